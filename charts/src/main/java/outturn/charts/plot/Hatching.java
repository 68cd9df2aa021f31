package outturn.charts.plot;

import outturn.charts.svg.Svg;

/// Slanted lines in a rectangle, as a path: patterns of SVG are not known to every renderer.
public final class Hatching {
  private static final double BETWEEN = 6;

  private Hatching() {}

  /// Path data for a rectangle by its upper left corner and its size; empty if it has none.
  public static String of(double x, double y, double width, double height) {
    StringBuilder path = new StringBuilder();
    // Each line rises to the right from where it enters at the left or from below.
    for (double at = BETWEEN / 2; at < width + height; at += BETWEEN) {
      double fromX = Math.max(0, at - height);
      double toX = Math.min(at, width);
      path.append('M').append(point(x + fromX, y + at - fromX));
      path.append('L').append(point(x + toX, y + at - toX));
    }
    return path.toString();
  }

  private static String point(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
