package outturn.evidence.its;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import outturn.evidence.its.model.Terms;
import outturn.evidence.regression.Noise;
import outturn.evidence.regression.Portmanteau;
import outturn.evidence.series.Series;

/// Looks at what a fitted model leaves over.
final class ResidualReader {
  /// Hyndman, Athanasopoulos, *Forecasting* (2021), 5.4: 10 lags, but no more than n/5.
  private static final int MOST_LAGS = 10;

  private static final int LEAST_LAGS = 3;

  private ResidualReader() {}

  static Residuals of(Terms terms, Noise noise) {
    Series residuals = perPeriod(terms, noise.residuals());
    boolean estimated = noise.autocorrelation() != 0;
    double correlation = estimated ? noise.autocorrelation() : residuals.lagOneAutocorrelation();
    int lags = Math.clamp(noise.residuals().size() / 5, LEAST_LAGS, MOST_LAGS);
    Series innovations = perPeriod(terms, noise.innovations());
    return new Residuals(
        residuals,
        correlation,
        durbinWatson(residuals),
        Portmanteau.of(innovations, lags, estimated ? 1 : 0),
        normality(innovations),
        noise.scale());
  }

  private static Series perPeriod(Terms terms, Series rows) {
    double[] values = new double[terms.values().size()];
    Arrays.fill(values, Double.NaN);
    int[] used = terms.used();
    for (int row = 0; row < used.length; row++) {
      values[used[row]] = rows.value(row);
    }
    return Series.of(values);
  }

  private static double durbinWatson(Series residuals) {
    double differences = residuals.movingRanges().valid().map(range -> range * range).sum();
    return differences / residuals.valid().map(value -> value * value).sum();
  }

  private static double normality(Series innovations) {
    double n = innovations.count();
    double mean = innovations.mean();
    double second = moment(innovations, mean, 2);
    double skewness = moment(innovations, mean, 3) / Math.pow(second, 1.5);
    double excess = moment(innovations, mean, 4) / (second * second) - 3;
    double statistic = n / 6 * (skewness * skewness + excess * excess / 4);
    return 1 - new ChiSquaredDistribution(2).cumulativeProbability(statistic);
  }

  private static double moment(Series values, double mean, int power) {
    return values.valid().map(value -> Math.pow(value - mean, power)).average().orElse(0);
  }
}
