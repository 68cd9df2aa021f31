package outturn.engine.duration;

import java.util.Arrays;

/// The distribution of the next length, by its quantiles; lengths are logarithms.
///
/// Two answers are averaged, quantile by quantile. The one is Student's t, the predictive
/// distribution of a normal length whose centre and spread are not known (Gelman and others,
/// *Bayesian Data Analysis*, 3rd ed. 2013, section 3.3). The other takes no form for granted: the
/// next length falls between any two neighbours of n with the same chance, one in n + 1. The more
/// there are, the more the second counts.
final class Predictive {
  private static final double FORM_IS_WORTH = 10;
  private static final double FURTHEST = 4;

  private final double[] sorted;
  private final double centre;
  private final double scale;
  private final int degrees;

  /// @param sorted the lengths, in order
  Predictive(double[] sorted, Prior prior) {
    this.sorted = sorted;
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElse(prior.centre());
    double worth = prior.worth() + n;
    double away = prior.worth() * n / worth * (mean - prior.centre()) * (mean - prior.centre());
    double squares =
        prior.degrees() * prior.spread() * prior.spread() + Lengths.squares(sorted) + away;
    this.degrees = prior.degrees() + Math.max(0, n - 1);
    this.centre = (prior.worth() * prior.centre() + n * mean) / worth;
    this.scale = Math.sqrt(squares / degrees * (1 + 1 / worth));
  }

  /// In milliseconds, at the points of a [Sampler].
  float[] quantiles() {
    var quantiles = new float[Sampler.STEPS];
    for (int step = 0; step < Sampler.STEPS; step++) {
      double formed = centre + scale * StudentT.quantile(degrees, step);
      double free = sorted.length < Knowledge.ENOUGH ? formed : free((step + 0.5) / Sampler.STEPS);
      double share = sorted.length / (sorted.length + FORM_IS_WORTH);
      double log = share * free + (1 - share) * formed;
      log = Math.clamp(log, centre - FURTHEST, centre + FURTHEST);
      quantiles[step] = (float) Math.max(0, Math.exp(log) - 1);
    }
    return quantiles;
  }

  /// Between the lengths in order, and beyond them as t goes on.
  private double free(double u) {
    int n = sorted.length;
    double place = u * (n + 1) - 1;
    if (place < 0) return sorted[0] + beyond(u, 1.0 / (n + 1));
    if (place >= n - 1) return sorted[n - 1] + beyond(u, n / (n + 1.0));
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  private double beyond(double u, double from) {
    return scale * (StudentT.between(degrees, u) - StudentT.between(degrees, from));
  }
}
