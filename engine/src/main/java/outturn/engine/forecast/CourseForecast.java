package outturn.engine.forecast;

import java.util.List;
import java.util.Optional;

/// When a course will have ended.
///
/// @param success the chance that it succeeds at all
/// @param finish of the run, when it succeeds
/// @param deadlines in the order of its promises
/// @param tasks in the order of its graph
/// @param chain what decides its end in the draw nearest to the median, the end first
public record CourseForecast(
    String key,
    String workflow,
    double success,
    Expected finish,
    List<DeadlineForecast> deadlines,
    List<TaskForecast> tasks,
    List<Link> chain) {
  public CourseForecast {
    deadlines = List.copyOf(deadlines);
    tasks = List.copyOf(tasks);
    chain = List.copyOf(chain);
  }

  public Optional<DeadlineForecast> deadline(String name) {
    return deadlines.stream().filter(each -> each.promise().name().equals(name)).findFirst();
  }

  public Optional<TaskForecast> task(String name) {
    return tasks.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
