package outturn.evidence.structural;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Assumption;
import outturn.evidence.estimate.Assumption.State;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.its.model.Control;
import outturn.evidence.series.Series;

/// Fits structural time series by maximum likelihood.
///
/// Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989), 4.1; Durbin,
/// Koopman, *Time Series Analysis by State Space Methods* (2012), chapters 2 and 7. The trend is
/// whatever the level does, so that nothing is assumed of its shape. Assumes normal, independent
/// noise and steps. The variance of noise is concentrated out of the likelihood, the others are
/// searched as its multiples.
public final class Structural {
  private static final int LEAST_COUNTED = 8;
  private static final double LARGEST = 1e100;
  private static final double DEPENDENT = 1e-8;

  /// Bound of the logarithms of ratios of variances: further out nothing changes any more.
  private static final double FAR = 23;

  private Structural() {}

  /// @param values of the measure; a period without one, or without one of a regressor, is skipped
  /// @param level of the intervals of the coefficients, such as 0.95
  public static Answer<StructuralFit> fit(Series values, Structure structure, double level) {
    Optional<Refusal> refusal = lengths(values, structure);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    Observations observations = new Observations(values, structure);
    refusal = numbers(values, observations, level);
    if (refusal.isPresent()) {
      return new Answer.Refused<>(refusal.get());
    }
    return Answer.found(found(observations, search(observations), level));
  }

  private static Profile search(Observations observations) {
    boolean season = observations.structure().cycle() > 1;
    @Nullable Profile best = null;
    for (double start : new double[] {-4, 0}) {
      double[] from = season ? new double[] {start, -6} : new double[] {start};
      double[] at = Simplex.lowest(x -> -profile(observations, x).logLikelihood(), from, 1);
      Profile found = profile(observations, at);
      if (best == null || found.logLikelihood() > best.logLikelihood()) {
        best = found;
      }
    }
    return Objects.requireNonNull(best);
  }

  private static Profile profile(Observations observations, double[] logRatios) {
    double season = logRatios.length > 1 ? ratio(logRatios[1]) : 0;
    return new Profile(observations, new Variances(1, ratio(logRatios[0]), season));
  }

  private static double ratio(double logarithm) {
    return Math.exp(Math.clamp(logarithm, -FAR, FAR));
  }

  private static StructuralFit found(Observations observations, Profile best, double level) {
    List<Estimate> coefficients = new ArrayList<>();
    NormalDistribution normal = new NormalDistribution();
    double reach = normal.inverseCumulativeProbability((1 + level) / 2);
    for (int j = 0; j < observations.structure().regressors().size(); j++) {
      double value = best.coefficient(j);
      double error = best.standardError(j);
      Interval interval = new Interval(value - reach * error, value + reach * error, level);
      double p = 2 * normal.cumulativeProbability(-Math.abs(value / error));
      coefficients.add(new Estimate(value, error, interval, OptionalDouble.of(p)));
    }
    return new StructuralFit(
        best.variances(), coefficients, best.likelihood(), best.next(), grounds(observations));
  }

  private static Grounds grounds(Observations observations) {
    Assumption walk =
        new Assumption(
            "level-walks",
            State.NOT_TESTABLE,
            "The level moves in independent steps of one variance, before and after alike.");
    String method = observations.structure().cycle() > 1 ? "local-level-season" : "local-level";
    return new Grounds(method, observations.used(), List.of(walk), List.of(), OptionalLong.empty());
  }

  private static Optional<Refusal> refused(Reason reason, String text) {
    return Optional.of(new Refusal(reason, text));
  }

  private static Optional<Refusal> lengths(Series values, Structure structure) {
    if (structure.cycle() < 1 || structure.cycle() > 60) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a season of 1 to 60 periods, found %d; 1 is none."
              .formatted(structure.cycle()));
    }
    for (Control regressor : structure.regressors()) {
      if (regressor.values().size() != values.size()) {
        return refused(
            Reason.IRREGULAR_PERIODS,
            "Expected %d periods of %s as of the measure, found %d; cut both to the same periods."
                .formatted(values.size(), regressor.name(), regressor.values().size()));
      }
    }
    return values.count() > 0
        ? Optional.empty()
        : refused(
            Reason.ALL_MISSING,
            "Expected values, found none in %d periods; check which column is read."
                .formatted(values.size()));
  }

  private static Optional<Refusal> numbers(Series values, Observations observations, double level) {
    if (!(level > 0 && level < 1)) {
      return refused(
          Reason.OUT_OF_RANGE,
          "Expected a level of the intervals between 0 and 1, found %s; 0.95 is usual."
              .formatted(level));
    }
    if (IntStream.range(0, observations.series())
        .anyMatch(j -> !(observations.length(j) < LARGEST))) {
      return refused(
          Reason.OUT_OF_RANGE, "Expected values below 1e100, found larger ones; use other units.");
    }
    Structure structure = observations.structure();
    int needed = structure.states() + structure.regressors().size() + LEAST_COUNTED;
    if (observations.used() < needed) {
      return refused(
          Reason.TOO_FEW,
          "Expected at least %d values for level, season and regressors, found %d; use a simpler"
                  .formatted(needed, observations.used())
              + " model.");
    }
    return values.valid().distinct().limit(2).count() > 1
        ? new Profile(observations, new Variances(1, 1, 0)).refusal(DEPENDENT)
        : refused(
            Reason.CONSTANT,
            "Expected values that vary, found the same in every period; there is"
                + " nothing to explain.");
  }
}
