package outturn.evidence.regression;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import outturn.evidence.estimate.Interval;
import outturn.evidence.quantity.Seed;

/// Parametric bootstrap of t-values under AR(1) noise: how far they scatter in series as short and
/// as correlated as this one, instead of a t distribution.
///
/// Davison, Hinkley, *Bootstrap Methods and their Application* (1997), 4.2.3, 5.2.1 and 5.5. A
/// value of a contrast is tested under the model refitted with the contrast held at it, since the
/// free model takes noise for effect and underrates the correlation. The interval holds the values
/// that are not rejected, so it has 0 in it where p is large. Coefficients and scale cancel out of
/// t, so noise alone is drawn, and its sign does not matter.
public final class Ar1Bootstrap {
  private static final int MOST_ROUNDS = 100;
  private static final double SETTLED = 1e-3;

  private final Ar1Reml model;
  private final double[] y;
  private final Fit fit;
  private final int replications;
  private final long seed;
  private final Ar1Draws draws;

  /// @param replications B; p is a multiple of 1/(B + 1)
  public Ar1Bootstrap(Ar1Reml model, double[] y, int replications, long seed) {
    this.model = model;
    this.y = y;
    this.fit = model.fit(y);
    this.replications = replications;
    this.seed = seed;
    this.draws = new Ar1Draws(model, replications, seed);
  }

  public Fit fit() {
    return fit;
  }

  /// The values of a linear function of the coefficients that a test at 1 - level does not reject.
  public Interval interval(double[] contrast, double level) {
    Held held = new Held(model, contrast);
    Criticals criticals = new Criticals(draws, held.inBasis(), level);
    double value = fit.value(contrast);
    double error = fit.standardError(contrast);
    double below = reach(away -> criticals.at(held.correlation(y, value - away * error)));
    double above = reach(away -> criticals.at(held.correlation(y, value + away * error)));
    return new Interval(value - below * error, value + above * error, level);
  }

  /// How many errors away values begin to be rejected: the distance that equals its own critical
  /// value. These grow with the distance, since a wrong value looks like correlation, so the
  /// approach is from below.
  private static double reach(DoubleUnaryOperator critical) {
    double away = critical.applyAsDouble(0);
    for (int i = 0; i < MOST_ROUNDS; i++) {
      double next = critical.applyAsDouble(away);
      boolean settled = next - away < SETTLED;
      away = next;
      if (settled) {
        break;
      }
    }
    return away;
  }

  /// The interval of a linear function that is no effect, such as a level: from t-values under the
  /// fitted model.
  public Interval band(double[] contrast, double level) {
    double value = fit.value(contrast);
    double r = fit.noise().autocorrelation();
    double critical = new Criticals(draws, model.design().inBasis(contrast), level).at(r);
    double reach = fit.standardError(contrast) * critical;
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
    Held held = new Held(model, contrast);
    double r = held.correlation(y, 0);
    RandomGenerator random = random();
    double[] noise = new double[y.length];
    int found = 0;
    for (int i = 0; i < replications && found < enough; i++) {
      Ar1.draw(noise, model.design().times(), r, random);
      found += Math.abs(model.search(noise).t(held.inBasis())) >= observed ? 1 : 0;
    }
    return found;
  }

  private RandomGenerator random() {
    return new Seed(seed).generator();
  }
}
