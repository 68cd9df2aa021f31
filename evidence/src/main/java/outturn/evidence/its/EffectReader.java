package outturn.evidence.its;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.evidence.regression.Fit;
import outturn.evidence.series.Series;

/// Reads effects, fitted values and counterfactual from a fitted model.
final class EffectReader {
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

  /// Whether fitted values and counterfactual, bounds included, can be written as numbers.
  boolean isFinite() {
    return IntStream.range(0, terms.values().size())
        .filter(terms::isKnown)
        .mapToObj(period -> natural(terms.row(period), period) + boundsWithout(period))
        .allMatch(Double::isFinite);
  }

  private double boundsWithout(int period) {
    Interval band = inference.interval(terms.rowWithout(period), level);
    return natural(band.lower(), period) + natural(band.upper(), period);
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

  /// The sum of differences of what is exponentiated: its errors by the delta method, its p that of
  /// the mean logarithm, since they ask the same.
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
    double reach = inference.interval(gradient, level).width() / 2;
    Interval interval = new Interval(sum - reach, sum + reach, level);
    return new Estimate(sum, fit.standardError(gradient), interval, mean.p());
  }

  private double natural(double[] row, int period) {
    return natural(fit.value(row), period);
  }

  private double natural(double onScale, int period) {
    return terms.model().response().multiplies()
        ? Math.exp(onScale + terms.offset(period))
        : onScale;
  }

  Chart chart() {
    int size = terms.values().size();
    double[] fitted = missing(size);
    double[] counterfactual = missing(size);
    double[] lower = missing(size);
    double[] upper = missing(size);
    int at = terms.model().intervention().at();
    for (int period : IntStream.range(0, size).filter(terms::isKnown).toArray()) {
      if (period < at || terms.isAfter(period)) {
        fitted[period] = natural(terms.row(period), period);
      }
      if (period >= at) {
        Interval band = inference.interval(terms.rowWithout(period), level);
        counterfactual[period] = natural(terms.rowWithout(period), period);
        lower[period] = natural(band.lower(), period);
        upper[period] = natural(band.upper(), period);
      }
    }
    return new Chart(
        Series.of(fitted), Series.of(counterfactual), Series.of(lower), Series.of(upper));
  }

  private static double[] missing(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }
}
