package outturn.evidence.trajectory;

/// The shape of a planned path.
public enum PathShape {
  /// The same change in every period.
  LINEAR,
  /// All at the end date.
  STEP,
  /// Slow, fast, slow: the cubic 3u^2 - 2u^3, which meets both ends exactly and level.
  S_CURVE;

  /// Share of the way done, 0..1, after a share of the time, 0..1.
  double done(double time) {
    return switch (this) {
      case LINEAR -> time;
      case STEP -> time < 1 ? 0 : 1;
      case S_CURVE -> time * time * (3 - 2 * time);
    };
  }
}
