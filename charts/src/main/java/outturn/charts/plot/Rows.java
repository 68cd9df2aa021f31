package outturn.charts.plot;

import java.util.List;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// Rows below each other: a name, room for a bar, and a number.
///
/// @param left where the room for bars begins
/// @param right where it ends
public record Rows(List<Row> rows, double fontSize, double top, double left, double right) {
  public record Row(String name, String number) {}

  private static final double HEIGHT = 24;
  private static final double BAR = 14;
  private static final double BETWEEN = 8;
  private static final double MOST_OF_NAMES = .4;

  /// Rows as wide as a drawing.
  public static Rows of(List<Row> rows, double fontSize, double top, double width) {
    double room = MOST_OF_NAMES * width;
    List<Row> fitting =
        rows.stream()
            .map(row -> new Row(TextWidth.fit(row.name(), fontSize, room), row.number()))
            .toList();
    double names = widest(fitting.stream().map(Row::name).toList(), fontSize);
    double numbers = widest(fitting.stream().map(Row::number).toList(), fontSize);
    double left = Plot.EDGE + names + BETWEEN;
    return new Rows(fitting, fontSize, top, left, width - Plot.EDGE - numbers - BETWEEN);
  }

  public double bottom() {
    return top + rows.size() * HEIGHT;
  }

  /// The middle of a row.
  public double y(int row) {
    return top + (row + .5) * HEIGHT;
  }

  /// Names and numbers.
  public void draw(Svg svg) {
    svg.open("class", "outturn-rows", "font-size", fontSize, "fill", Paint.INK);
    for (int i = 0; i < rows.size(); i++) {
      double base = y(i) + fontSize * .35;
      svg.words("text", rows.get(i).name(), "x", Plot.EDGE, "y", base);
      svg.words(
          "text",
          rows.get(i).number(),
          "x",
          right + BETWEEN + widest(rows.stream().map(Row::number).toList(), fontSize),
          "y",
          base,
          "text-anchor",
          "end");
    }
    svg.close();
  }

  /// A bar of a row, from one place to another.
  public void bar(Svg svg, int row, double from, double to, Paint paint, String hint) {
    svg.hinted(
        "rect",
        hint,
        "x",
        Math.min(from, to),
        "y",
        y(row) - BAR / 2,
        "width",
        Math.abs(to - from),
        "height",
        BAR,
        "fill",
        paint,
        "fill-opacity",
        Float.toString((float) Legend.FAINT),
        "stroke",
        paint);
  }

  /// Hatches a bar.
  public void hatch(Svg svg, int row, double from, double to, Paint paint) {
    String lines = Hatching.of(Math.min(from, to), y(row) - BAR / 2, Math.abs(to - from), BAR);
    if (!lines.isEmpty()) {
      svg.element("path", "class", "outturn-hatching", "d", lines, "stroke", paint);
    }
  }

  private static double widest(List<String> texts, double fontSize) {
    return texts.stream().mapToDouble(text -> TextWidth.of(text, fontSize)).max().orElse(0);
  }
}
