package outturn.evidence.synthetic;

/// The periods before the start, to which weights of donors are fitted: least squares with a ridge,
/// weights not negative and of sum 1.
///
/// The ridge is that of Arkhangelsky, Athey, Hirshberg, Imbens, Wager, *Synthetic
/// difference-in-differences*, American Economic Review 111 (2021), 4088-4118, for its synthetic
/// control: 1e-6 of the noise. It only decides between weights that fit equally well.
final class Fit {
  private static final double RIDGE = 1e-6;

  private final double[] target;
  private final double[][] donors;
  private final double noise;

  /// @param target values of the treated unit before the start
  /// @param donors values of each donor in the same periods
  Fit(double[] target, double[][] donors) {
    this.target = target;
    this.donors = donors;
    this.noise = noise(donors);
  }

  /// Standard deviation of the first differences of the donors.
  private static double noise(double[][] donors) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (double[] donor : donors) {
      for (int t = 1; t < donor.length; t++) {
        double change = donor[t] - donor[t - 1];
        double step = change - sum;
        n++;
        sum += step / n;
        squares += step * (change - sum);
      }
    }
    return n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  }

  double noise() {
    return noise;
  }

  int size() {
    return donors.length;
  }

  int periods() {
    return target.length;
  }

  /// The factor of the sum of squared weights, beside the sum of squared errors.
  double ridge() {
    return periods() * RIDGE * RIDGE * noise * noise;
  }

  /// Inner products of the errors that donors make alone, with the ridge.
  double[][] products() {
    double[][] products = new double[size()][size()];
    for (int j = 0; j < size(); j++) {
      for (int k = 0; k <= j; k++) {
        double sum = j == k ? ridge() : 0;
        for (int t = 0; t < periods(); t++) {
          sum += (donors[j][t] - target[t]) * (donors[k][t] - target[t]);
        }
        products[j][k] = sum;
        products[k][j] = sum;
      }
    }
    return products;
  }
}
