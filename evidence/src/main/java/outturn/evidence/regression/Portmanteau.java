package outturn.evidence.regression;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import outturn.evidence.series.Series;

/// Whether residuals still resemble those before them, over several lags at once.
///
/// @param statistic Q of Ljung and Box
/// @param lags that it sums over
/// @param p of a Q as large by chance
public record Portmanteau(double statistic, int lags, double p) {
  /// Ljung, Box, *On a Measure of Lack of Fit in Time Series Models*, Biometrika 65 (1978),
  /// 297-303; n is the number of valid values, and pairs with a gap are left out.
  ///
  /// @param estimated correlations that the model estimated, taken off the degrees of freedom
  public static Portmanteau of(Series residuals, int lags, int estimated) {
    double n = residuals.count();
    double sum = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double correlation = autocorrelation(residuals, lag);
      sum += correlation * correlation / (n - lag);
    }
    double statistic = n * (n + 2) * sum;
    double p = 1 - new ChiSquaredDistribution(lags - estimated).cumulativeProbability(statistic);
    return new Portmanteau(statistic, lags, p);
  }

  /// Correlation of values that are `lag` periods apart, about the mean of all.
  static double autocorrelation(Series residuals, int lag) {
    double mean = residuals.mean();
    double products = 0;
    for (int i = lag; i < residuals.size(); i++) {
      double product = (residuals.value(i) - mean) * (residuals.value(i - lag) - mean);
      products += Double.isNaN(product) ? 0 : product;
    }
    double squares = residuals.valid().map(value -> (value - mean) * (value - mean)).sum();
    return squares > 0 ? products / squares : 0;
  }
}
