package outturn.outcome.gauge;

import java.util.Optional;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.Output;

/// An output of a service, and how often its promise was kept.
///
/// @param score empty where nothing is known of it
public record Promise(Service service, Output output, Optional<Score> score) {
  private static final double ALWAYS = 100;

  /// @param kept how many times, of so many
  public record Score(int kept, int of) {
    double percent() {
      return ALWAYS * kept / of;
    }
  }

  /// Whether it was kept as often as it should be.
  boolean isGreen() {
    return score
        .filter(each -> each.of() > 0)
        .filter(each -> each.percent() >= output.target().orElse(ALWAYS))
        .isPresent();
  }

  /// Whether this measure is what the promise is judged by.
  boolean isJudgedBy(String measure) {
    return output
        .kept()
        .filter(kept -> kept instanceof Kept.ByMeasure(var name, var _) && name.equals(measure))
        .isPresent();
  }
}
