package outturn.evidence.sequence;

import java.util.Optional;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;

/// What a confidence sequence is made for, fixed before the first look.
///
/// @param sharpestAt number of observations at which the interval is to be narrowest for its level:
///   those of the planned review
/// @param level such as .95: the chance that the interval never, at any look, leaves out the truth
public record Tuning(int sharpestAt, double level) {
  double alpha() {
    return 1 - level;
  }

  /// 2 ln(1/a) + ln(1 + 2 ln(1/a)): how many observations, at the one it is tuned for, the mixture
  /// counts as one of its own.
  double scale() {
    double threshold = -2 * Math.log(alpha());
    return threshold + Math.log(1 + threshold);
  }

  Optional<Refusal> refusal() {
    if (!(level > 0 && level < 1)) {
      return refuse(
          "A level lies between 0 and 1, not at %s; give .95 for 95 %%.".formatted(level));
    }
    return sharpestAt >= 1
        ? Optional.empty()
        : refuse(
            "A sequence is tuned to 1 observation or more, not %d; give the number expected at the review."
                .formatted(sharpestAt));
  }

  static Optional<Refusal> refuse(String text) {
    return Optional.of(new Refusal(Reason.OUT_OF_RANGE, text));
  }
}
