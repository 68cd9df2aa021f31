package outturn.evidence.attainment;

import java.util.Optional;
import java.util.stream.IntStream;
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
/// @param learned from what; empty if all but the level is known
public record Baseline(
    double level,
    double levelError,
    double deviation,
    double autocorrelation,
    Optional<Learned> learned) {
  private static final int LEAST = 3;
  private static final double NEGLIGIBLE = 1e-6;

  /// @param values of the periods before the plan, without their season if `cycle` is above 1
  /// @param cycle periods of the season that was learned from the same values; 1 for none
  public record Learned(Series values, int cycle) {}

  /// One whose noise is known.
  public Baseline(double level, double levelError, double deviation, double autocorrelation) {
    this(level, levelError, deviation, autocorrelation, Optional.empty());
  }

  /// From the values before the plan. Assumes that they have no trend and no season.
  ///
  /// The mean, with the error of as many values as they are worth: Bayley, Hammersley, Supplement
  /// to JRSS 8 (1946), 184-197, see [EffectiveSize].
  public static Answer<Baseline> of(Series values) {
    return withoutSeason(values, 1);
  }

  /// The same from values whose season was learned from them and taken out, which costs a degree of
  /// freedom for each position of the cycle. Where too little is left the season is taken as known.
  public static Answer<Baseline> withoutSeason(Series values, int cycle) {
    if (values.count() < LEAST) {
      return Answer.refused(
          Reason.TOO_FEW,
          "A baseline needs at least %d values and has %d; give more periods, or its level and deviation."
              .formatted(LEAST, values.count()));
    }
    if (!(values.standardDeviation() > 0)) {
      return Answer.refused(
          Reason.CONSTANT,
          "All %d values of the baseline are %s, so its noise is not known; give its deviation."
              .formatted(values.count(), values.mean()));
    }
    return Answer.found(learned(new Learned(values, canBeLearned(values, cycle) ? cycle : 1)));
  }

  private static Baseline learned(Learned from) {
    Series values = from.values();
    EffectiveSize effective = EffectiveSize.of(values);
    double freedom = (values.count() - 1.0) / (values.count() - from.cycle());
    double deviation = values.standardDeviation() * Math.sqrt(freedom);
    return new Baseline(
        values.mean(),
        deviation / Math.sqrt(effective.size()),
        deviation,
        effective.autocorrelation(),
        Optional.of(from));
  }

  /// Whether each position has a value, and values scatter within positions.
  private static boolean canBeLearned(Series values, int cycle) {
    double within = 0;
    for (int first = 0; first < cycle; first++) {
      int position = first;
      double[] same =
          IntStream.range(0, values.size())
              .filter(i -> i % cycle == position && !values.isMissing(i))
              .mapToDouble(values::value)
              .toArray();
      if (same.length == 0) {
        return false;
      }
      double spread = same.length < 2 ? 0 : Series.of(same).standardDeviation();
      within = Math.max(within, spread);
    }
    return values.count() >= cycle + 2 && within > NEGLIGIBLE * values.standardDeviation();
  }

  /// The same around another level.
  public Baseline at(double other) {
    return new Baseline(other, levelError, deviation, autocorrelation, learned);
  }
}
