package outturn.evidence.regression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Quantiles of |t| of one linear function of the coefficients, by the correlation of the noise:
/// drawn at the knots, interpolated between them.
final class Criticals {
  private final Ar1Draws draws;
  private final double[] inBasis;
  private final double level;
  private final Map<Integer, Double> known = new HashMap<>();

  /// @param inBasis the function in coordinates of the basis of the design
  Criticals(Ar1Draws draws, double[] inBasis, double level) {
    this.draws = draws;
    this.inBasis = inBasis;
    this.level = level;
  }

  double at(double r) {
    double position = Ar1Draws.KNOTS * r / Ar1Reml.BOUND;
    int knot = (int) Math.floor(Math.min(position, Ar1Draws.KNOTS - 1));
    double share = position - knot;
    return (1 - share) * known.computeIfAbsent(knot, this::quantile)
        + share * known.computeIfAbsent(knot + 1, this::quantile);
  }

  private double quantile(int knot) {
    double[] sizes =
        Arrays.stream(draws.at(knot)).mapToDouble(fit -> Math.abs(fit.t(inBasis))).toArray();
    Arrays.sort(sizes);
    int rank = (int) Math.ceil(level * (sizes.length + 1) - 1e-9);
    return sizes[Math.min(rank, sizes.length) - 1];
  }
}
