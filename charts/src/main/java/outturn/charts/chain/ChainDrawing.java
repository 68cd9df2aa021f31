package outturn.charts.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.charts.plot.Legend;
import outturn.charts.plot.Legend.Sample;
import outturn.charts.plot.Plot;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;

/// Draws a chain at a width.
final class ChainDrawing {
  private static final double FONT = 12;
  private static final double NOTE_FONT = 11;
  private static final double LINE = 15;
  private static final double PADDING = 7;
  private static final double MARK = 4;
  private static final double HEADING = 24;
  private static final int MOST_LINES = 3;
  private static final double SHARE_OF_GAPS = .25;
  private static final double THINNEST = 1.2;
  private static final double THICKER = 5;

  private final ChainChart chart;
  private final int width;
  private final double boxWidth;
  private final double gap;
  private final Map<String, Item> items = new HashMap<>();
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Ways ways;
  private final Grid grid;
  private final Legend legend;
  private final double top;

  ChainDrawing(ChainChart chart, int width) {
    this.chart = chart;
    this.width = width;
    int columns = Math.max(1, chart.columns().size());
    double room = width - 2.0 * Plot.EDGE;
    this.gap = columns == 1 ? 0 : SHARE_OF_GAPS * room / (columns - 1);
    this.boxWidth = (room - gap * (columns - 1)) / columns;
    this.ways = new Ways(chart.boxes(), chart.links());
    this.grid = new Grid(columns(), ways.steps());
    this.legend = new Legend(legend(), new Size(width, 1), FONT, Plot.EDGE);
    this.top = Plot.EDGE + legend.height() + HEADING;
  }

  private List<List<Item>> columns() {
    List<List<Item>> columns = new ArrayList<>();
    for (int c = 0; c < chart.columns().size(); c++) {
      List<Item> column = new ArrayList<>();
      for (Box box : chart.boxes()) {
        if (box.column() == c) {
          column.add(item(box));
        }
      }
      column.addAll(ways.passing(c));
      for (Item item : column) {
        items.put(item.key(), item);
        columnOf.put(item.key(), c);
      }
      columns.add(column);
    }
    return columns;
  }

  private Item item(Box box) {
    List<String> lines =
        Wrapped.lines(box.title(), FONT, boxWidth - 2 * PADDING - MARK, MOST_LINES);
    double height = 2 * PADDING + lines.size() * LINE + (box.note().isEmpty() ? 0 : LINE);
    return new Item(box.id(), height, lines);
  }

  private List<Legend.Item> legend() {
    List<Legend.Item> items = new ArrayList<>();
    items.add(new Legend.Item(Sample.LINE, Paint.LIMIT, "leads to; wider: does more"));
    if (chart.links().stream().anyMatch(link -> link.line() == Link.Line.DASHED)) {
      items.add(new Legend.Item(Sample.DASHED, Paint.LIMIT, "nobody said why"));
    }
    if (chart.links().stream().anyMatch(link -> link.effect() == Link.Effect.BAD)) {
      items.add(new Legend.Item(Sample.LINE, Paint.CONCERN, "makes worse"));
    }
    if (chart.boxes().stream().anyMatch(box -> box.look().edging() == Box.Edging.DASHED)) {
      items.add(new Legend.Item(Sample.DASHED, Paint.INK, "box: not measured"));
    }
    if (chart.boxes().stream().anyMatch(box -> box.look().finding() == Box.Finding.TO_MEND)) {
      items.add(new Legend.Item(Sample.AREA, Paint.CONCERN, "box: to be mended"));
    }
    return items;
  }

  Drawing draw() {
    Size size = new Size(width, (int) Math.ceil(top + grid.bottom() + Plot.EDGE));
    Svg svg = Svg.picture("chain", size, chart.caption().title(), description());
    legend.draw(svg, Plot.EDGE / 2);
    headings(svg);
    svg.open("class", "outturn-links", "fill", "none");
    chart.links().forEach(link -> link(svg, link));
    svg.close();
    chart.boxes().forEach(box -> box(svg, box));
    return svg.drawing();
  }

  private void headings(Svg svg) {
    svg.open("class", "outturn-columns", "font-size", NOTE_FONT, "fill", Paint.MUTED);
    for (int c = 0; c < chart.columns().size(); c++) {
      String title = TextWidth.fit(chart.columns().get(c).title(), NOTE_FONT, boxWidth);
      svg.words("text", title, "x", left(c), "y", top - HEADING / 2 + 2);
    }
    svg.close();
  }

  private double left(int column) {
    return Plot.EDGE + column * (boxWidth + gap);
  }

  private void box(Svg svg, Box box) {
    Item item = items.getOrDefault(box.id(), new Item(box.id(), 0, List.of()));
    double x = left(box.column());
    double y = top + grid.y(box.id()) - item.height() / 2;
    svg.open("class", "outturn-box");
    svg.hinted("rect", hint(box), rectangle(box, x, y, item.height()));
    if (box.look().finding() == Box.Finding.TO_MEND) {
      svg.element(
          "rect", "x", x, "y", y, "width", MARK, "height", item.height(), "fill", Paint.CONCERN);
    }
    double base = y + PADDING + FONT * .85;
    for (String line : item.lines()) {
      svg.words(
          "text", line, "x", x + PADDING + MARK, "y", base, "font-size", FONT, "fill", Paint.INK);
      base += LINE;
    }
    if (!box.note().isEmpty()) {
      String note = TextWidth.fit(box.note(), NOTE_FONT, boxWidth - 2 * PADDING - MARK);
      svg.words(
          "text",
          note,
          "x",
          x + PADDING + MARK,
          "y",
          base,
          "font-size",
          NOTE_FONT,
          "fill",
          Paint.MUTED);
    }
    svg.close();
  }

  private Object[] rectangle(Box box, double x, double y, double height) {
    boolean dashed = box.look().edging() == Box.Edging.DASHED;
    return new Object[] {
      "x",
      x,
      "y",
      y,
      "width",
      boxWidth,
      "height",
      height,
      "rx",
      3,
      "fill",
      Paint.SURFACE,
      "stroke",
      chart.columns().get(box.column()).paint(),
      "stroke-width",
      1.5,
      "stroke-dasharray",
      dashed ? "5 3" : "none"
    };
  }

  private static String hint(Box box) {
    return box.note().isEmpty() ? box.title() : box.title() + " (" + box.note() + ")";
  }

  private void link(Svg svg, Link link) {
    svg.hinted(
        "path",
        link.hint(),
        "d",
        ways.leadsOn(link) ? path(ways.stops(link)) : back(link),
        "stroke",
        link.effect() == Link.Effect.BAD ? Paint.CONCERN : Paint.LIMIT,
        "stroke-width",
        THINNEST + THICKER * Math.clamp(link.strength(), 0, 1),
        "stroke-opacity",
        ".6",
        "stroke-dasharray",
        link.line() == Link.Line.DASHED ? Legend.DASHES : "none");
  }

  /// Bends only between columns, so that it touches no box but its own.
  private String path(List<String> stops) {
    StringBuilder path = new StringBuilder();
    for (int i = 1; i < stops.size(); i++) {
      double from = left(column(stops.get(i - 1))) + boxWidth;
      double to = left(column(stops.get(i)));
      double y = top + grid.y(stops.get(i - 1));
      if (i == 1) {
        path.append("M%s %s".formatted(Svg.number(from), Svg.number(y)));
      } else {
        path.append("H").append(Svg.number(from));
      }
      String middle = Svg.number((from + to) / 2);
      String end = Svg.number(top + grid.y(stops.get(i)));
      path.append(
          "C%s %s %s %s %s %s".formatted(middle, Svg.number(y), middle, end, Svg.number(to), end));
    }
    return path.toString();
  }

  /// From a box to the right, and back below it: what is in a circle.
  private String back(Link link) {
    double right = left(column(link.from())) + boxWidth;
    double other = left(column(link.to())) + boxWidth;
    double bend = Math.max(right, other) + Math.max(gap, 2 * Plot.EDGE) / 2;
    return "M%s %sC%s %s %s %s %s %s"
        .formatted(
            Svg.number(right),
            Svg.number(top + grid.y(link.from())),
            Svg.number(bend),
            Svg.number(top + grid.y(link.from())),
            Svg.number(bend),
            Svg.number(top + grid.y(link.to())),
            Svg.number(other),
            Svg.number(top + grid.y(link.to())));
  }

  private int column(String key) {
    return columnOf.getOrDefault(key, 0);
  }

  /// Who does not see it is told each link.
  private String description() {
    Map<String, List<String>> targets = new LinkedHashMap<>();
    Map<String, String> titles =
        chart.boxes().stream().collect(Collectors.toMap(Box::id, Box::title));
    for (Link link : chart.links()) {
      targets
          .computeIfAbsent(link.from(), any -> new ArrayList<>())
          .add(titles.getOrDefault(link.to(), link.to()));
    }
    String told =
        targets.entrySet().stream()
            .map(entry ->
                titles.getOrDefault(entry.getKey(), entry.getKey())
                    + " leads to "
                    + String.join(" and to ", entry.getValue())
                    + ".")
            .collect(Collectors.joining(" "));
    return (chart.caption().description() + " " + told).strip();
  }
}
