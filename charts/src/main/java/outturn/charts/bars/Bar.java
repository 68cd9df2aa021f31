package outturn.charts.bars;

import java.time.Duration;

/// One run.
///
/// @param label such as its business date
/// @param duration so far, if it has not ended
public record Bar(String label, State state, Duration duration) {
  public Bar {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a run of negative duration: " + label);
    }
  }

  String hint() {
    return switch (state) {
      case WAITING -> label + ": waiting";
      case RUNNING -> label + ": running for " + words(duration);
      case SUCCEEDED, FAILED, CANCELLED ->
          label + ": " + state.word() + " after " + words(duration);
    };
  }

  /// The two largest units, such as "1 h 5 min" or "12 s".
  static String words(Duration duration) {
    if (duration.toHours() > 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toSeconds() + " s";
  }
}
