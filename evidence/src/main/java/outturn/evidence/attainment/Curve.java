package outturn.evidence.attainment;

/// The share of a lever's effect by the time since its start, tabulated, because it is asked for
/// once per draw and period.
///
/// 64 points a period, straight in between: for smooth curves the error is below 1e-4, far below
/// that of the simulation.
final class Curve {
  private static final int POINTS = 64;

  private final double[] shares;

  private Curve(double[] shares) {
    this.shares = shares;
  }

  /// @param latest time since the start that is asked for
  static Curve of(Lever lever, double latest) {
    double[] shares = new double[(int) Math.ceil(Math.max(0, latest) * POINTS) + 2];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = lever.share(i / (double) POINTS);
    }
    return new Curve(shares);
  }

  /// @param elapsed periods since the start, 0 or more
  double share(double elapsed) {
    double position = elapsed * POINTS;
    int below = (int) position;
    return shares[below] + (position - below) * (shares[below + 1] - shares[below]);
  }
}
