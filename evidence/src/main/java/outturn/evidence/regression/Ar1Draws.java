package outturn.evidence.regression;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import outturn.evidence.quantity.Seed;

/// Fits of drawn AR(1) noise at some correlations, made when they are asked for.
final class Ar1Draws {
  /// Steps from correlation 0 to the bound.
  static final int KNOTS = 10;

  private final Ar1Reml model;
  private final int replications;
  private final long seed;
  private final Map<Integer, Ar1Fit[]> fits = new HashMap<>();

  Ar1Draws(Ar1Reml model, int replications, long seed) {
    this.model = model;
    this.replications = replications;
    this.seed = seed;
  }

  /// The fits at a knot, -10..10; all knots share their random numbers.
  Ar1Fit[] at(int knot) {
    return fits.computeIfAbsent(knot, this::draw);
  }

  private Ar1Fit[] draw(int knot) {
    double r = Ar1Reml.BOUND * knot / KNOTS;
    RandomGenerator random = new Seed(seed).generator();
    double[] noise = new double[model.design().rows()];
    Ar1Fit[] drawn = new Ar1Fit[replications];
    for (int i = 0; i < replications; i++) {
      Ar1.draw(noise, model.design().times(), r, random);
      drawn[i] = model.search(noise);
    }
    return drawn;
  }
}
