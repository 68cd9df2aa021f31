package outturn.charts.control;

import outturn.charts.svg.Svg;

/// Path data of the lines of a chart.
final class PathData {
  private PathData() {}

  static String across(double from, double to, double y) {
    return "M" + Svg.number(from) + " " + Svg.number(y) + "H" + Svg.number(to);
  }

  static String down(double x, double from, double to) {
    return "M" + Svg.number(x) + " " + Svg.number(from) + "V" + Svg.number(to);
  }

  /// Through the values of consecutive periods, broken at gaps.
  static String through(Layout layout, double[] values) {
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
