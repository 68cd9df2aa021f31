package outturn.evidence.changepoint;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.special.Gamma;
import outturn.evidence.changepoint.StabilityTests.Test;

/// Asks whether the coefficients of a regression change at all.
///
/// Assumes independent noise; p are those of long series.
final class Stability {
  private static final Test NOT_KNOWN = new Test(Double.NaN, Double.NaN);
  private static final int TERMS = 100;
  private static final double LARGEST_P = .2;

  /// Below this ratio of the eigenvalues of X'X its root has no digits left.
  private static final double SINGULAR = 1e-10;

  private static final double LARGEST = 1e12;

  /// Variance that rounding leaves, in units of the centred rows.
  private static final double EXACT = 1e-14;

  private final Rows natural;
  private final Rows rows;
  private final Crossed all;
  private final int n;
  private final int k;

  /// @param natural the rows as they are
  /// @param rows the same, centred
  Stability(Rows natural, Rows rows) {
    this.natural = natural;
    this.rows = rows;
    this.n = rows.size();
    this.k = rows.columns();
    this.all = Crossed.of(rows, 0, n);
  }

  StabilityTests tests(BreakSearch search, int least) {
    return new StabilityTests(supF(search, least), cusum(), recursive());
  }

  /// Andrews, *Tests for Parameter Instability and Structural Change With Unknown Change Point*,
  /// Econometrica 61 (1993), 821-856; p of the tail by DeLong, *Crossing probabilities for a square
  /// root boundary by a Bessel process*, Communications in Statistics A 10 (1981), 2197-2213, as in
  /// Estrella, *Critical Values and P Values of Bessel Process Distributions*, Econometric Theory
  /// 19 (2003), 1128-1143. It is close below .2 and not told above.
  private Test supF(BreakSearch search, int least) {
    double whole = search.within(0, n);
    double split = Double.POSITIVE_INFINITY;
    for (int start = least; start <= n - least; start++) {
      split = Math.min(split, search.within(0, start) + search.within(start, n));
    }
    double statistic = (whole - split) / (Math.max(split, n * EXACT) / (n - 2.0 * k));
    double share = (double) least / n;
    double p = statistic > k ? tail(statistic, k, share) : 1;
    return new Test(statistic, p <= LARGEST_P ? p : Double.NaN);
  }

  /// Probability that the largest F of k coefficients exceeds x, if x is large.
  static double tail(double x, int k, double share) {
    double range = 2 * Math.log((1 - share) / share);
    double density = Math.exp(k / 2.0 * Math.log(x / 2) - x / 2 - Gamma.logGamma(k / 2.0));
    return density * ((1 - k / x) * range + 2 / x);
  }

  /// Ploberger, Krämer, *The CUSUM Test with OLS Residuals*, Econometrica 60 (1992), 271-285.
  private Test cusum() {
    double[] coefficients = all.coefficients();
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      sum += rows.y()[i];
      for (int j = 0; j < k; j++) {
        sum -= coefficients[j] * rows.x()[i][j];
      }
      largest = Math.max(largest, Math.abs(sum));
    }
    double statistic = largest / (deviation() * Math.sqrt(n));
    return new Test(statistic, 1 - bridgeStays(statistic));
  }

  /// Ploberger, Krämer, Kontrus, *A new test for structural stability in the linear regression
  /// model*, Journal of Econometrics 40 (1989), 307-318. It depends on the units of the regressors;
  /// where these are far apart there is no answer.
  private Test recursive() {
    Crossed whole = Crossed.of(natural, 0, n);
    if (Arrays.stream(natural.y()).anyMatch(value -> Math.abs(value) > LARGEST)) {
      return NOT_KNOWN;
    }
    double[] eigenvalues = eigen(whole).getEigenvalues();
    if (!(eigenvalues[k - 1] > SINGULAR * eigenvalues[0])) {
      return NOT_KNOWN;
    }
    double deviation = Math.sqrt(Math.max(whole.squares() / (n - k), Double.MIN_NORMAL));
    double[] last = whole.coefficients();
    Crossed growing = Crossed.of(natural, 0, k);
    double largest = 0;
    for (int i = k; i < n; i++) {
      double share = Math.sqrt((double) i / n);
      largest = Math.max(largest, share * distance(growing, last) / deviation);
      growing.add(i);
    }
    return new Test(largest, 1 - Math.pow(bridgeStays(largest), k));
  }

  /// The largest component of (X'X)^½ (b - last), with b and X of the rows so far.
  private double distance(Crossed rowsSoFar, double[] last) {
    EigenDecompositionSymmetric eigen = eigen(rowsSoFar);
    double[] moved = rowsSoFar.coefficients();
    for (int j = 0; j < k; j++) {
      moved[j] -= last[j];
    }
    double[] turned = eigen.getVT().operate(moved);
    for (int j = 0; j < k; j++) {
      turned[j] *= Math.sqrt(Math.max(0, eigen.getEigenvalues()[j]));
    }
    return Arrays.stream(eigen.getV().operate(turned)).map(Math::abs).max().orElse(0);
  }

  private static EigenDecompositionSymmetric eigen(Crossed crossed) {
    return new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(crossed.products()));
  }

  /// Of the noise, in units of the centred rows.
  private double deviation() {
    return Math.sqrt(Math.max(all.squares() / (n - k), EXACT));
  }

  /// Probability that a Brownian bridge stays within -x and x. Billingsley, *Convergence of
  /// Probability Measures* (1999), (9.40).
  static double bridgeStays(double x) {
    double sum = 1;
    for (int j = 1; j <= TERMS; j++) {
      sum += (j % 2 == 0 ? 2 : -2) * Math.exp(-2.0 * j * j * x * x);
    }
    return Math.clamp(sum, 0, 1);
  }
}
