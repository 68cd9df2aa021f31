package outturn.evidence.sequence;

import java.util.Optional;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.series.Series;

/// What a comparison of means needs to know of a group.
///
/// @param deviation sample standard deviation
/// @param count number of valid values
public record Moments(double mean, double deviation, int count) {
  public static Moments of(Series values) {
    return new Moments(values.mean(), values.standardDeviation(), values.count());
  }

  /// Of the mean.
  double variance() {
    return deviation * deviation / count;
  }

  Optional<Refusal> refusal(int least) {
    if (count < least) {
      return Optional.of(
          new Refusal(
              Reason.TOO_FEW,
              "The comparison needs %d values in each group and one has %d; wait for more."
                  .formatted(least, count)));
    }
    if (!Double.isFinite(mean) || !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      return Optional.of(
          new Refusal(
              Reason.NOT_A_NUMBER,
              "A group needs a mean and a standard deviation of 0 or more, not %s and %s; check its values."
                  .formatted(mean, deviation)));
    }
    return Optional.empty();
  }
}
