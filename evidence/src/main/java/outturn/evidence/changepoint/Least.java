package outturn.evidence.changepoint;

/// How long a segment must be at least.
public sealed interface Least {
  /// So many values.
  record Values(int count) implements Least {}

  /// A share of all values, 0..1, rounded down.
  record Share(double share) implements Least {}

  /// @param n number of values of the series
  default int of(int n) {
    return switch (this) {
      case Values(int count) -> count;
      // A share such as .1 of 180 must not be one less because .1 is no binary number.
      case Share(double share) -> (int) Math.floor(share * n + 1e-9);
    };
  }
}
