package outturn.evidence.attainment;

import java.util.random.RandomGenerator;

/// How late things start, in periods after the plan: lognormal, as late starts are.
///
/// Both are 0 for a start that is certain, such as an actual one.
///
/// @param median half of the starts slip by more
/// @param ninetieth one in ten slips by more
public record Slip(double median, double ninetieth) {
  /// The 90th percentile of the standard normal distribution.
  private static final double Z90 = 1.2815515655446004;

  private static final Slip NONE = new Slip(0, 0);

  public static Slip none() {
    return NONE;
  }

  boolean isNone() {
    return median == 0 && ninetieth == 0;
  }

  double draw(RandomGenerator random) {
    if (isNone()) {
      return 0;
    }
    double sigma = StrictMath.log(ninetieth / median) / Z90;
    return median * StrictMath.exp(sigma * random.nextGaussian());
  }
}
