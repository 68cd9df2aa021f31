package outturn.evidence.its;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.estimate.Reason;
import outturn.evidence.its.model.Inference;
import outturn.evidence.its.model.Terms;
import outturn.evidence.regression.Fit;
import outturn.evidence.series.Series;

/// Reads effects, fitted values and counterfactual from a fitted model.
final class EffectReader {
  private static final double LARGEST = 1e150;

  private final Terms terms;
  private final Inference inference;
  private final Fit fit;
  private final double level;

  EffectReader(Terms terms, Inference inference) {
    this.terms = terms;
    this.inference = inference;
    this.fit = inference.fit();
    this.level = terms.model().reading().level();
  }

  Effects effects() {
    boolean slope = terms.model().shape().hasSlope();
    Estimate step = estimate(terms.stepContrast());
    @Nullable Estimate change = slope ? estimate(terms.slopeContrast()) : null;
    Estimate mean = slope ? estimate(terms.averageContrast()) : step;
    int after = terms.usedAfter().length;
    if (!terms.model().response().multiplies()) {
      return new Effects(step, change, mean, times(mean, after), null);
    }
    Estimate sum = sum(mean);
    @Nullable Estimate factor = change == null ? null : Ratios.of(change);
    Ratios ratios = new Ratios(Ratios.of(step), factor, Ratios.of(mean));
    return new Effects(step, change, times(sum, 1.0 / after), sum, ratios);
  }

  private Estimate estimate(double[] contrast) {
    return inference.estimate(contrast, level);
  }

  private static Estimate times(Estimate estimate, double factor) {
    Interval interval = estimate.interval();
    return new Estimate(
        factor * estimate.value(),
        factor * estimate.standardError(),
        new Interval(factor * interval.lower(), factor * interval.upper(), interval.level()),
        estimate.p());
  }

  /// The sum of differences of what is exponentiated: its error by the delta method, p and bounds
  /// in errors those of the mean logarithm, since they ask the same.
  private Estimate sum(Estimate mean) {
    double sum = 0;
    double[] gradient = new double[terms.size()];
    for (int period : terms.usedAfter()) {
      double[] with = terms.row(period);
      double[] without = terms.rowWithout(period);
      double fitted = natural(with, period);
      double counterfactual = natural(without, period);
      sum += fitted - counterfactual;
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] += fitted * with[j] - counterfactual * without[j];
      }
    }
    double error = fit.standardError(gradient);
    double scale = error / mean.standardError();
    double below = scale * (mean.value() - mean.interval().lower());
    double above = scale * (mean.interval().upper() - mean.value());
    return new Estimate(sum, error, new Interval(sum - below, sum + above, level), mean.p());
  }

  private double natural(double[] row, int period) {
    return natural(fit.value(row), period);
  }

  private double natural(double onScale, int period) {
    return terms.model().response().multiplies()
        ? Math.exp(onScale + terms.offset(period))
        : onScale;
  }

  /// Refused where a trend on the logarithmic scale runs out of the range of numbers.
  Answer<Chart> chart() {
    int size = terms.values().size();
    double[][] drawn = {missing(size), missing(size), missing(size), missing(size)};
    int at = terms.model().intervention().at();
    for (int period : IntStream.range(0, size).filter(terms::isKnown).toArray()) {
      if (period < at || terms.isAfter(period)) {
        drawn[0][period] = natural(terms.row(period), period);
      }
      if (period >= at) {
        double[] without = terms.rowWithout(period);
        Interval band = inference.band(without, level);
        drawn[1][period] = natural(without, period);
        drawn[2][period] = natural(band.lower(), period);
        drawn[3][period] = natural(band.upper(), period);
      }
    }
    if (Arrays.stream(drawn).flatMapToDouble(Arrays::stream).anyMatch(v -> Math.abs(v) > LARGEST)) {
      return Answer.refused(
          Reason.OUT_OF_RANGE,
          "Expected a counterfactual below 1e150, found a larger one; the trend on the logarithmic"
              + " scale is carried too far, so use fewer periods after.");
    }
    return Answer.found(
        new Chart(
            Series.of(drawn[0]), Series.of(drawn[1]), Series.of(drawn[2]), Series.of(drawn[3])));
  }

  private static double[] missing(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
