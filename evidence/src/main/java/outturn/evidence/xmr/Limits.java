package outturn.evidence.xmr;

/// The natural process limits of one phase, in the unit of the measure.
///
/// @param movingRange the mean moving range, or the median one, that the limits rest on
/// @param upperRange the limit of a single moving range (URL)
public record Limits(
    double centre, double lower, double upper, double movingRange, double upperRange) {

  /// Nothing varies: the limits lie on the centre line and no rule can be read.
  public boolean isDegenerate() {
    return !(upper > lower);
  }

  /// The value two thirds of the way from the centre to the limit of a side.
  double twoThirds(Side side) {
    double limit = side == Side.HIGH ? upper : lower;
    return centre + (limit - centre) * 2 / 3;
  }
}
