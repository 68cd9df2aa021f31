package outturn.charts.course;

import java.util.ArrayList;
import java.util.List;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// The unit and what the lines and grounds mean, above the chart, in rows that fit.
final class Legend {
  /// @param width of a line; 0 for plain words, negative for a ground
  private record Item(String label, Paint paint, double width, String dashes) {}

  private record Placed(Item item, double x, int row) {}

  static final double EDGE = 10;
  private static final double ROW = 18;
  private static final double SAMPLE = 18;
  private static final double BETWEEN = 16;
  private static final double GROUND = -1;

  private final List<Placed> placed = new ArrayList<>();
  private final Size size;
  private final double fontSize;
  private double x = EDGE;
  private int rows = 1;

  Legend(Size size, double fontSize, String unit) {
    this.size = size;
    this.fontSize = fontSize;
    add(new Item(TextWidth.fit(unit, fontSize, size.width() - 2 * EDGE), Paint.INK, 0, "none"));
  }

  Legend line(String label, Paint paint, double width, String dashes) {
    add(new Item(label, paint, width, dashes));
    return this;
  }

  Legend ground(String label, Paint paint) {
    add(new Item(label, paint, GROUND, "none"));
    return this;
  }

  private void add(Item item) {
    double width = sample(item) + TextWidth.of(item.label(), fontSize);
    if (!placed.isEmpty() && x + width > size.width() - EDGE) {
      rows++;
      x = EDGE;
    }
    placed.add(new Placed(item, x, rows - 1));
    x += width + BETWEEN;
  }

  private static double sample(Item item) {
    return item.width() == 0 ? 0 : SAMPLE + 6;
  }

  /// Where what is below it begins.
  double bottom() {
    return EDGE / 2 + rows * ROW;
  }

  void draw(Svg svg) {
    svg.open("class", "outturn-key", "font-size", fontSize);
    for (Placed each : placed) {
      Item item = each.item();
      double middle = EDGE / 2 + each.row() * ROW + ROW / 2;
      if (item.width() != 0) {
        sample(svg, item, each.x(), middle);
      }
      svg.words(
          "text",
          item.label(),
          "fill",
          item.width() == 0 ? Paint.INK : Paint.MUTED,
          "x",
          each.x() + sample(item),
          "y",
          middle + fontSize * .35);
    }
    svg.close();
  }

  private static void sample(Svg svg, Item item, double left, double middle) {
    if (item.width() < 0) {
      svg.element(
          "rect",
          "x",
          left,
          "y",
          middle - 5,
          "width",
          SAMPLE,
          "height",
          10.0,
          "fill",
          item.paint());
      return;
    }
    svg.element(
        "path",
        "d",
        "M" + Svg.number(left) + " " + Svg.number(middle) + "h" + Svg.number(SAMPLE),
        "stroke",
        item.paint(),
        "stroke-width",
        item.width(),
        "stroke-dasharray",
        item.dashes());
  }
}
