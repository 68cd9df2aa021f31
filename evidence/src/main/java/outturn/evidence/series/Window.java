package outturn.evidence.series;

/// A stretch of consecutive periods of a series: from `from`, inclusive, to `to`, exclusive.
public record Window(int from, int to) {
  public Window {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "not a window: from %d to %d; expected 0 <= from <= to".formatted(from, to));
    }
  }

  /// Number of periods, valid or missing.
  public int length() {
    return to - from;
  }

  public boolean contains(int index) {
    return from <= index && index < to;
  }
}
