package outturn.evidence.regression;

/// The test of [Ar1Bootstrap] whether one linear function of the coefficients is 0, for many series
/// of one design: critical values are drawn once and interpolated between correlations.
public final class Ar1Test {
  private final Ar1Reml model;
  private final Held held;
  private final Criticals criticals;

  /// @param level 1 less the share of false alarms, such as 0.95
  public Ar1Test(Design design, double[] contrast, double level, int replications, long seed) {
    this.model = new Ar1Reml(design);
    this.held = new Held(model, contrast);
    Ar1Draws draws = new Ar1Draws(model, replications, seed);
    this.criticals = new Criticals(draws, held.inBasis(), level);
  }

  /// Whether y tells that the function is not 0; y is near 0, so that no digits are lost.
  public boolean rejects(double[] y) {
    double t = Math.abs(model.search(y).t(held.inBasis()));
    return t > criticals.at(held.correlation(y, 0));
  }
}
