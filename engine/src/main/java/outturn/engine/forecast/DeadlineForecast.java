package outturn.engine.forecast;

import java.util.List;
import outturn.engine.duration.Knowledge;

/// Whether a promise will be kept.
///
/// @param chance that it is, 0 to 1
/// @param finish of what was promised
/// @param knowledge the poorest of what the lengths of the tasks rest on that are likely to decide
///   it
/// @param path the tasks that may decide it, also of other courses; the likeliest first
/// @param chain what decides it in the draw nearest to the median, the promised end first
public record DeadlineForecast(
    Course.Promise promise,
    double chance,
    Expected finish,
    Knowledge knowledge,
    List<Critical> path,
    List<Link> chain) {
  public DeadlineForecast {
    path = List.copyOf(path);
    chain = List.copyOf(chain);
  }

  /// A task that may be on the path that decides the promised end.
  ///
  /// @param chance that it is, 0 to 1
  public record Critical(String course, String task, double chance) {}
}
