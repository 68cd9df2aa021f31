package outturn.evidence.changepoint;

import java.util.Optional;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;

/// What must hold of values in which changes are looked for.
final class Checks {
  private static final double LARGEST = 1e100;

  private Checks() {}

  /// @param needed values at least
  static Optional<Refusal> values(Series values, int needed) {
    int n = values.count();
    if (n == 0) {
      return refused(
          Reason.ALL_MISSING,
          "Expected values, found none in %d periods; check which column is read."
              .formatted(values.size()));
    }
    if (n < needed) {
      return refused(
          Reason.TOO_FEW,
          "Expected at least %d values, found %d; wait for more, or begin earlier."
              .formatted(needed, n));
    }
    double size = values.valid().map(Math::abs).max().orElse(0);
    if (size > LARGEST) {
      return refused(
          Reason.OUT_OF_RANGE, "Expected values up to 1e100, found larger ones; use other units.");
    }
    return values.standardDeviation() > 1e-12 * size
        ? Optional.empty()
        : refused(
            Reason.CONSTANT,
            "Expected values that vary, found %s in every period; what never changes has no change"
                    .formatted(values.valid().findFirst().orElse(0))
                + " to ask about.");
  }

  /// @param least values of a segment
  static Optional<Refusal> least(int least, int n) {
    return least >= 2 && 2L * least <= n
        ? Optional.empty()
        : refused(
            Reason.OUT_OF_RANGE,
            "Expected segments of at least 2 and at most %d values, half of the %d, found %d as the least."
                .formatted(n / 2, n, least));
  }

  static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }
}
