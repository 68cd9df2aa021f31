package outturn.evidence.regression;

import java.util.random.RandomGenerator;

/// One fit under AR(1) noise, small enough to be made a thousand times.
///
/// The contrasts are in coordinates of the basis of the design.
final class Ar1Fit {
  private final Correlated design;
  private final double[] projection;
  private final double variance;

  /// @param variance of the noise, not of its innovations
  Ar1Fit(Correlated design, double[] projection, double variance) {
    this.design = design;
    this.projection = projection;
    this.variance = variance;
  }

  double r() {
    return design.r();
  }

  double variance() {
    return variance;
  }

  double[] coordinates() {
    return Triangle.backward(design.factor(), projection);
  }

  /// Coordinates as they could be if the noise had this variance.
  double[] draw(double variance, RandomGenerator random) {
    double[] drawn = projection.clone();
    for (int j = 0; j < drawn.length; j++) {
      drawn[j] += Math.sqrt(variance) * random.nextGaussian();
    }
    return Triangle.backward(design.factor(), drawn);
  }

  double[][] covariance() {
    double[][] covariance = Triangle.inverse(design.factor());
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= variance;
      }
    }
    return covariance;
  }

  /// The contrast over its standard error.
  double t(double[] contrast) {
    double[] white = Triangle.forward(design.factor(), contrast);
    return Triangle.dot(white, projection) / Math.sqrt(variance * Triangle.dot(white, white));
  }
}
