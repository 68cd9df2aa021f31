package outturn.evidence.regression;

import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;

/// A regression that was fitted: coefficients with their covariance, and what it left over.
public final class Fit {
  private final Design design;
  private final double[] coordinates;
  private final double[][] covariance;
  private final double degreesOfFreedom;
  private final Noise noise;

  /// @param coordinates in the basis of the design
  /// @param covariance of the coordinates
  /// @param degreesOfFreedom of the t distribution; infinite for the normal one
  Fit(
      Design design,
      double[] coordinates,
      double[][] covariance,
      double degreesOfFreedom,
      Noise noise) {
    this.design = design;
    this.coordinates = coordinates;
    this.covariance = covariance;
    this.degreesOfFreedom = degreesOfFreedom;
    this.noise = noise;
  }

  /// In the order of the columns.
  public double[] coefficients() {
    return design.coefficients(coordinates);
  }

  /// A linear function of the coefficients.
  public double value(double[] contrast) {
    return Triangle.dot(design.inBasis(contrast), coordinates);
  }

  /// Standard error of a linear function of the coefficients.
  public double standardError(double[] contrast) {
    // Newey and West may find none at all, and rounding less.
    return Math.sqrt(Math.max(0, Triangle.form(covariance, design.inBasis(contrast))));
  }

  public double degreesOfFreedom() {
    return degreesOfFreedom;
  }

  public Noise noise() {
    return noise;
  }

  /// Interval of a linear function of the coefficients.
  ///
  /// @param level such as 0.95
  public Interval interval(double[] contrast, double level) {
    double value = value(contrast);
    double reach = standardError(contrast) * quantile((1 + level) / 2);
    return new Interval(value - reach, value + reach, level);
  }

  /// Probability of a value as far from 0 where the true one is 0.
  public double p(double[] contrast) {
    double value = Math.abs(value(contrast));
    return value == 0 ? 1 : 2 * probability(-value / standardError(contrast));
  }

  /// A linear function of the coefficients with interval and p.
  public Estimate estimate(double[] contrast, double level) {
    return new Estimate(
        value(contrast),
        standardError(contrast),
        interval(contrast, level),
        OptionalDouble.of(p(contrast)));
  }

  private double quantile(double probability) {
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution().inverseCumulativeProbability(probability)
        : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  private double probability(double t) {
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution().cumulativeProbability(t)
        : new TDistribution(degreesOfFreedom).cumulativeProbability(t);
  }
}
