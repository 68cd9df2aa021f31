package outturn.evidence.attainment;

/// When a lever begins and how its effect comes and goes, in periods.
///
/// @param start planned, counted from period 0 of the plan; below 0 if it has begun before
/// @param slip how late the start may be
/// @param delay from the start to the first effect
/// @param ramp from the first to the full effect, in equal steps
/// @param halfLife in which half of the full effect fades again; infinite if it stays
public record Timing(double start, Slip slip, double delay, double ramp, double halfLife) {
  /// Full effect from a certain start on.
  public static Timing from(double start) {
    return new Timing(start, Slip.none(), 0, 0, Double.POSITIVE_INFINITY);
  }

  public Timing with(Slip changed) {
    return new Timing(start, changed, delay, ramp, halfLife);
  }

  public Timing withDelay(double periods) {
    return new Timing(start, slip, periods, ramp, halfLife);
  }

  public Timing withRamp(double periods) {
    return new Timing(start, slip, delay, periods, halfLife);
  }

  public Timing withHalfLife(double periods) {
    return new Timing(start, slip, delay, ramp, periods);
  }

  /// The share of the full effect, 0..1.
  ///
  /// @param elapsed periods since the start, 0 or more
  double share(double elapsed) {
    double since = elapsed - delay;
    if (since < 0) {
      return 0;
    }
    if (since < ramp) {
      return since / ramp;
    }
    return Double.isInfinite(halfLife) ? 1 : StrictMath.pow(.5, (since - ramp) / halfLife);
  }
}
