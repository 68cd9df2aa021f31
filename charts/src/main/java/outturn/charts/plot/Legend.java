package outturn.charts.plot;

import java.util.ArrayList;
import java.util.List;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// Samples and words above a plot, in rows that fit.
public final class Legend {
  /// What stands before the words.
  public enum Sample {
    NONE,
    LINE,
    DASHED,
    AREA,
    HATCHED,
    POINT
  }

  public record Item(Sample sample, Paint paint, String label) {
    public static Item words(String label) {
      return new Item(Sample.NONE, Paint.INK, label);
    }

    private double room() {
      return sample == Sample.NONE ? 0 : SAMPLE + 6;
    }
  }

  private record Placed(Item item, double x, int row) {}

  /// Of a dashed line.
  public static final String DASHES = "6 4";

  /// How much of its colour an area shows.
  public static final double FAINT = .25;

  private static final double ROW = 18;
  private static final double SAMPLE = 18;
  private static final double BETWEEN = 16;

  private final List<Placed> placed = new ArrayList<>();
  private final double fontSize;
  private int rows;

  /// Items that are longer than a row are cut.
  public Legend(List<Item> items, Size size, double fontSize, double edge) {
    double room = size.width() - 2 * edge;
    double x = edge;
    this.fontSize = fontSize;
    for (Item each : items) {
      String label = TextWidth.fit(each.label(), fontSize, room - each.room());
      double width = each.room() + TextWidth.of(label, fontSize);
      if (rows == 0 || x + width > edge + room) {
        rows++;
        x = edge;
      }
      placed.add(new Placed(new Item(each.sample(), each.paint(), label), x, rows - 1));
      x += width + BETWEEN;
    }
  }

  public double height() {
    return rows * ROW;
  }

  public void draw(Svg svg, double top) {
    if (placed.isEmpty()) {
      return;
    }
    svg.open("class", "outturn-key", "font-size", fontSize);
    for (Placed each : placed) {
      double middle = top + each.row() * ROW + ROW / 2;
      sample(svg, each.item(), each.x(), middle);
      svg.words(
          "text",
          each.item().label(),
          "fill",
          each.item().sample() == Sample.NONE ? Paint.INK : Paint.MUTED,
          "x",
          each.x() + each.item().room(),
          "y",
          middle + fontSize * .35);
    }
    svg.close();
  }

  private static void sample(Svg svg, Item item, double x, double y) {
    Paint paint = item.paint();
    switch (item.sample()) {
      case NONE -> {}
      case LINE -> svg.element("path", "d", across(x, y), "stroke", paint, "stroke-width", 1.8);
      case DASHED ->
          svg.element(
              "path",
              "d",
              across(x, y),
              "stroke",
              paint,
              "stroke-width",
              1.8,
              "stroke-dasharray",
              DASHES);
      case AREA -> area(svg, paint, x, y);
      case HATCHED -> {
        area(svg, paint, x, y);
        svg.element("path", "d", Hatching.of(x, y - 5, SAMPLE, 10), "stroke", paint);
      }
      case POINT -> {
        svg.element("path", "d", across(x, y), "stroke", paint);
        svg.element("circle", "cx", x + SAMPLE / 2, "cy", y, "r", 3.5, "fill", paint);
      }
    }
  }

  private static void area(Svg svg, Paint paint, double x, double y) {
    svg.element(
        "rect",
        "x",
        x,
        "y",
        y - 5,
        "width",
        SAMPLE,
        "height",
        10.0,
        "fill",
        paint,
        "fill-opacity",
        Float.toString((float) FAINT));
  }

  private static String across(double x, double y) {
    return "M" + Svg.number(x) + " " + Svg.number(y) + "h" + Svg.number(SAMPLE);
  }
}
