package outturn.evidence.regression;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import outturn.evidence.quantity.Gamma;

/// What the noise and the coefficients of a regression with AR(1) noise could be, given its values.
///
/// Zellner, Tiao, *Bayesian Analysis of the Regression Model with Autocorrelated Errors*, JASA 59
/// (1964), 763-778, with flat priors of coefficients, logarithm of the variance, and correlation
/// from 0 to .95: each correlation counts by its restricted likelihood (Harville, Biometrika 61
/// (1974), 383-385); under it the sum of squares over the variance is chi-square with n - k
/// degrees, and coefficients are normal.
public final class Ar1Posterior {
  private final Design design;
  private final Ar1Fit[] fits;

  /// The chance of a correlation up to that of each fit.
  private final double[] chances;

  /// @param likelihoods of the fits, in logarithms
  Ar1Posterior(Design design, Ar1Fit[] fits, double[] likelihoods) {
    if (design.rows() - design.size() < 2) {
      throw new IllegalArgumentException(
          "%d values for %d coefficients; expected two more at least"
              .formatted(design.rows(), design.size()));
    }
    this.design = design;
    this.fits = fits;
    this.chances = new double[fits.length];
    double most = Arrays.stream(likelihoods).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += StrictMath.exp(likelihoods[i] - most);
      chances[i] = sum;
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
  }

  /// One of the possible truths.
  public static final class Drawn {
    private final double correlation;
    private final double deviation;
    private final double[] coefficients;

    private Drawn(double correlation, double deviation, double[] coefficients) {
      this.correlation = correlation;
      this.deviation = deviation;
      this.coefficients = coefficients;
    }

    public double correlation() {
      return correlation;
    }

    /// Of the noise, not of its innovations.
    public double deviation() {
      return deviation;
    }

    /// Less their least squares estimates; the array itself, not a copy.
    public double[] coefficients() {
      return coefficients;
    }
  }

  public Drawn draw(RandomGenerator random) {
    int at = Arrays.binarySearch(chances, random.nextDouble());
    Ar1Fit fit = fits[at < 0 ? -at - 1 : at];
    double degrees = design.rows() - design.size();
    double variance = fit.variance() * degrees / Gamma.chiSquare(degrees, random);
    return new Drawn(fit.r(), Math.sqrt(variance), design.coefficients(fit.draw(variance, random)));
  }
}
