package outturn.evidence.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import outturn.evidence.estimate.Interval;

/// Parametric bootstrap of t-values under AR(1) noise: how far they scatter in series as short and
/// as correlated as this one, instead of a t distribution.
///
/// Davison, Hinkley, *Bootstrap Methods and their Application* (1997), 4.2.3 and 5.2.1. The p-value
/// of a contrast is under the model refitted with the contrast held at 0; the interval is
/// symmetric, from absolute t-values under the fitted model. Coefficients cancel out of t, so noise
/// alone is drawn.
public final class Ar1Bootstrap {
  private final Ar1Reml model;
  private final double[] y;
  private final Fit fit;
  private final int replications;
  private final long seed;
  private @Nullable List<Ar1Fit> drawn;

  /// @param replications B; p is a multiple of 1/(B + 1)
  public Ar1Bootstrap(Ar1Reml model, double[] y, int replications, long seed) {
    this.model = model;
    this.y = y;
    this.fit = model.fit(y);
    this.replications = replications;
    this.seed = seed;
  }

  public Fit fit() {
    return fit;
  }

  /// The symmetric bootstrap-t interval of a linear function of the coefficients.
  public Interval interval(double[] contrast, double level) {
    double value = fit.value(contrast);
    double reach = fit.standardError(contrast) * critical(contrast, level);
    return new Interval(value - reach, value + reach, level);
  }

  /// The share of draws, the observed one among them, whose |t| is as large as the observed.
  public double p(double[] contrast) {
    return (exceedances(contrast, replications) + 1) / (replications + 1.0);
  }

  /// Whether p is at most alpha, without the draws that cannot change the answer any more. Besag,
  /// Clifford, *Sequential Monte Carlo p-values*, Biometrika 78 (1991), 301-304.
  public boolean declares(double[] contrast, double alpha) {
    int allowed = (int) Math.floor(alpha * (replications + 1) + 1e-9) - 1;
    return allowed >= 0 && exceedances(contrast, allowed + 1) <= allowed;
  }

  private int exceedances(double[] contrast, int enough) {
    double observed = Math.abs(fit.value(contrast) / fit.standardError(contrast));
    double r = new Ar1Reml(model.design().without(contrast)).fit(y).noise().autocorrelation();
    double[] inBasis = model.design().inBasis(contrast);
    RandomGenerator random = random();
    double[] noise = new double[y.length];
    int found = 0;
    for (int i = 0; i < replications && found < enough; i++) {
      Ar1.draw(noise, model.design().times(), r, random);
      found += Math.abs(model.search(noise).t(inBasis)) >= observed ? 1 : 0;
    }
    return found;
  }

  private double critical(double[] contrast, double level) {
    double[] inBasis = model.design().inBasis(contrast);
    double[] sizes = draws().stream().mapToDouble(draw -> Math.abs(draw.t(inBasis))).toArray();
    Arrays.sort(sizes);
    int rank = (int) Math.ceil(level * (replications + 1) - 1e-9);
    return sizes[Math.min(rank, replications) - 1];
  }

  private List<Ar1Fit> draws() {
    if (drawn == null) {
      RandomGenerator random = random();
      double[] noise = new double[y.length];
      List<Ar1Fit> fits = new ArrayList<>();
      for (int i = 0; i < replications; i++) {
        Ar1.draw(noise, model.design().times(), fit.noise().autocorrelation(), random);
        fits.add(model.search(noise));
      }
      drawn = fits;
    }
    return drawn;
  }

  private RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
