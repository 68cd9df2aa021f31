package outturn.evidence.attainment;

import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.sequence.EffectiveSize;
import outturn.evidence.series.Series;

/// How the measure behaves without the plan: a level, and noise of which each value resembles the
/// one before, AR(1).
///
/// @param level in the unit of the measure
/// @param levelError standard error of the level; 0 if it is known
/// @param deviation standard deviation of the values around the level
/// @param autocorrelation of neighbouring values, between -1 and 1
public record Baseline(double level, double levelError, double deviation, double autocorrelation) {
  private static final int LEAST = 3;

  /// From the values before the plan. Assumes that they have no trend and no season.
  ///
  /// The mean, with the error of as many values as they are worth: Bayley, Hammersley, Supplement
  /// to JRSS 8 (1946), 184-197, see [EffectiveSize].
  public static Answer<Baseline> of(Series values) {
    if (values.count() < LEAST) {
      return Answer.refused(
          Reason.TOO_FEW,
          "A baseline needs at least %d values and has %d; give more periods, or its level and deviation."
              .formatted(LEAST, values.count()));
    }
    double deviation = values.standardDeviation();
    if (!(deviation > 0)) {
      return Answer.refused(
          Reason.CONSTANT,
          "All %d values of the baseline are %s, so its noise is not known; give its deviation."
              .formatted(values.count(), values.mean()));
    }
    EffectiveSize effective = EffectiveSize.of(values);
    return Answer.found(
        new Baseline(
            values.mean(),
            deviation / Math.sqrt(effective.size()),
            deviation,
            effective.autocorrelation()));
  }

  /// The standard deviation of what is new in a value.
  double innovation() {
    return deviation * Math.sqrt(1 - autocorrelation * autocorrelation);
  }
}
