package outturn.evidence.estimate;

/// A range with its confidence or credible level.
///
/// @param level in 0..1, such as 0.95
public record Interval(double lower, double upper, double level) {
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("not an interval: %s to %s".formatted(lower, upper));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level is between 0 and 1, not " + level);
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }
}
