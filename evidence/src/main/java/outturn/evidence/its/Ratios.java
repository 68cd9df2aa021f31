package outturn.evidence.its;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;

/// Effects as multiples of the counterfactual, of counts the rate ratio: 1.12 is 12 % more.
///
/// @param change factor on the slope per period; null where the model has none
/// @param average geometric mean over the used periods after
public record Ratios(Estimate step, @Nullable Estimate change, Estimate average) {
  public Optional<Estimate> slope() {
    return Optional.ofNullable(change);
  }

  /// An estimate in logarithms as a multiple; the standard error by the delta method, the interval
  /// and p carried over.
  static Estimate of(Estimate logarithm) {
    double ratio = Math.exp(logarithm.value());
    Interval interval = logarithm.interval();
    return new Estimate(
        ratio,
        ratio * logarithm.standardError(),
        new Interval(Math.exp(interval.lower()), Math.exp(interval.upper()), interval.level()),
        logarithm.p());
  }

  /// A multiple as change in per cent: 1.12 is 12, and so are its bounds; p stays.
  public static Estimate perCent(Estimate ratio) {
    Interval interval = ratio.interval();
    OptionalDouble p = ratio.p();
    return new Estimate(
        100 * (ratio.value() - 1),
        100 * ratio.standardError(),
        new Interval(100 * (interval.lower() - 1), 100 * (interval.upper() - 1), interval.level()),
        p);
  }
}
