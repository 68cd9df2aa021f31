package outturn.evidence.forecast;

import java.util.function.DoubleUnaryOperator;

/// Finds the lowest point of a function of one number without derivatives.
final class GoldenSection {
  private static final int GRID = 16;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double CLOSE = 1e-6;

  private GoldenSection() {}

  /// The lowest point of a function of one number: the best cell of a grid, narrowed by the golden
  /// section. Kiefer, *Sequential Minimax Search for a Maximum*, Proceedings of the American
  /// Mathematical Society 4 (1953).
  static double lowest(DoubleUnaryOperator function, double from, double to) {
    int best = 0;
    double height = Double.POSITIVE_INFINITY;
    double width = (to - from) / GRID;
    for (int i = 0; i <= GRID; i++) {
      double at = function.applyAsDouble(from + i * width);
      if (at < height) {
        best = i;
        height = at;
      }
    }
    double low = Math.max(from, from + (best - 1) * width);
    double high = Math.min(to, from + (best + 1) * width);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > CLOSE) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    double middle = (low + high) / 2;
    return function.applyAsDouble(middle) <= height ? middle : from + best * width;
  }
}
