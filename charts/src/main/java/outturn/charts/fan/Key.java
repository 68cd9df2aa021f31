package outturn.charts.fan;

import java.util.ArrayList;
import java.util.List;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// Says above the plot what its lines and bands are, in as many rows as they need.
final class Key {
  /// @param sample pixels of the line or the band before the label; 0 for words alone
  private record Item(
      String label, Paint paint, double width, double opacity, double sample, String dashes) {}

  private record Placed(Item item, double x, int row) {}

  private static final double ROW = 18;
  private static final double SAMPLE = 18;
  private static final double GAP = 6;
  private static final double BETWEEN = 16;

  private final List<Placed> placed = new ArrayList<>();
  private final double fontSize;
  private int rows = 1;

  /// @param left where rows begin
  Key(FanChart chart, Size size, double fontSize, double left) {
    this.fontSize = fontSize;
    double x = left;
    for (Item item : items(chart, size.width() - 2 * left, fontSize)) {
      double width = item.sample() + TextWidth.of(item.label(), fontSize);
      if (x > left && x + width > size.width() - left) {
        rows++;
        x = left;
      }
      placed.add(new Placed(item, x, rows - 1));
      x += width + BETWEEN;
    }
  }

  double height() {
    return rows * ROW;
  }

  void draw(Svg svg, double top) {
    svg.open("class", "outturn-key", "font-size", fontSize);
    for (Placed each : placed) {
      Item item = each.item();
      double middle = top + each.row() * ROW + ROW / 2;
      if (item.sample() > 0) {
        svg.element(
            "path",
            "d",
            "M" + Svg.number(each.x()) + " " + Svg.number(middle) + "h" + Svg.number(SAMPLE),
            "stroke",
            item.paint(),
            "stroke-width",
            item.width(),
            "stroke-opacity",
            Double.toString(item.opacity()),
            "stroke-dasharray",
            item.dashes());
      }
      svg.words(
          "text",
          item.label(),
          "fill",
          item.sample() > 0 ? Paint.MUTED : Paint.INK,
          "x",
          each.x() + item.sample(),
          "y",
          middle + fontSize * .35);
    }
    svg.close();
  }

  private static List<Item> items(FanChart chart, double room, double fontSize) {
    List<Item> items = new ArrayList<>();
    items.add(new Item(TextWidth.fit(chart.unit(), fontSize, room), Paint.INK, 0, 1, 0, "none"));
    items.add(line("what was", Paint.SERIES, FanDrawing.LINE));
    if (chart.points().size() > 0) {
      items.add(line("forecast", Paint.PLAN, FanDrawing.LINE));
    }
    double opacity = 0;
    for (Band band : chart.bands()) {
      opacity += FanDrawing.OPACITY;
      items.add(new Item(band.label(), Paint.PLAN, 10, opacity, SAMPLE + GAP, "none"));
    }
    if (chart.target().isPresent()) {
      items.add(line("target", Paint.TARGET, FanDrawing.TARGET));
    }
    if (chart.planned().isPresent()) {
      items.add(
          new Item(
              "planned path", Paint.TARGET, FanDrawing.LINE, 1, SAMPLE + GAP, FanDrawing.DASHES));
    }
    return items;
  }

  private static Item line(String label, Paint paint, double width) {
    return new Item(label, paint, width, 1, SAMPLE + GAP, "none");
  }
}
