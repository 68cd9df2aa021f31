package outturn.charts.control;

import outturn.charts.svg.Paint;
import outturn.charts.svg.Svg;
import outturn.evidence.xmr.Variation;

/// The sign of a kind of point: a shape and a colour, so that either is enough.
enum Mark {
  COMMON_CAUSE("common cause", Paint.SERIES, Paint.SURFACE),
  IMPROVEMENT("improvement", Paint.IMPROVEMENT, Paint.IMPROVEMENT_EDGE),
  CONCERN("concern", Paint.CONCERN, Paint.CONCERN_EDGE),
  NEUTRAL("special cause", Paint.NEUTRAL, Paint.NEUTRAL_EDGE);

  private final String label;
  private final Paint fill;
  private final Paint edge;

  Mark(String label, Paint fill, Paint edge) {
    this.label = label;
    this.fill = fill;
    this.edge = edge;
  }

  static Mark of(Variation variation) {
    return switch (variation) {
      case COMMON_CAUSE -> COMMON_CAUSE;
      case IMPROVEMENT -> IMPROVEMENT;
      case CONCERN -> CONCERN;
      case NEUTRAL -> NEUTRAL;
    };
  }

  String label() {
    return label;
  }

  Paint fill() {
    return fill;
  }

  Paint edge() {
    return edge;
  }

  /// Circle, diamond, triangle or square around a point, as path data.
  String shape(double x, double y, double radius) {
    return switch (this) {
      case COMMON_CAUSE -> {
        String arc = "a%1$s %1$s 0 1 1 ".formatted(Svg.number(radius));
        yield at(x - radius, y)
            + arc
            + Svg.number(2 * radius)
            + " 0"
            + arc
            + Svg.number(-2 * radius)
            + " 0z";
      }
      case IMPROVEMENT -> {
        double reach = radius * 1.25;
        yield polygon(x, y - reach, x + reach, y, x, y + reach, x - reach, y);
      }
      case CONCERN -> {
        double reach = radius * 1.15;
        yield polygon(x, y - reach * 1.1, x + reach, y + reach * .8, x - reach, y + reach * .8);
      }
      case NEUTRAL -> {
        double reach = radius * .9;
        yield polygon(
            x - reach, y - reach, x + reach, y - reach, x + reach, y + reach, x - reach, y + reach);
      }
    };
  }

  private static String polygon(double... xy) {
    StringBuilder path = new StringBuilder(at(xy[0], xy[1]));
    for (int i = 2; i < xy.length; i += 2) {
      path.append('L').append(Svg.number(xy[i])).append(' ').append(Svg.number(xy[i + 1]));
    }
    return path.append('z').toString();
  }

  private static String at(double x, double y) {
    return "M" + Svg.number(x) + " " + Svg.number(y);
  }
}
