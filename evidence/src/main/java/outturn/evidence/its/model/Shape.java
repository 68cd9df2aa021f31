package outturn.evidence.its.model;

/// What the series does without and with the intervention.
public enum Shape {
  /// A level that steps.
  STEP,
  /// A straight line that steps.
  TREND_AND_STEP,
  /// A straight line that steps and goes on at another slope. The step is the one at the last
  /// period before; at h periods later the effect is step + h times the slope.
  TREND_STEP_AND_SLOPE;

  public boolean hasTrend() {
    return this != STEP;
  }

  public boolean hasSlope() {
    return this == TREND_STEP_AND_SLOPE;
  }
}
