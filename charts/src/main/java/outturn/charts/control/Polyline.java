package outturn.charts.control;

import outturn.charts.svg.Svg;

/// A line through the values of consecutive periods, broken at gaps, as path data.
final class Polyline {
  private Polyline() {}

  static String of(Layout layout, double[] values) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        boolean joined = i > 0 && !Double.isNaN(values[i - 1]);
        path.append(joined ? 'L' : 'M').append(Svg.number(layout.dates().x(i)));
        path.append(' ').append(Svg.number(layout.y(values[i])));
      }
    }
    return path.toString();
  }
}
