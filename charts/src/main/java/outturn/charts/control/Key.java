package outturn.charts.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.xmr.XmrPoint;

/// The unit and the key above the chart: only what occurs, in rows that fit.
final class Key {
  /// Words and what they explain: a mark, a line with a dash pattern, or nothing.
  private record Item(String label, Paint paint, String dashes, double width, List<Mark> marks) {
    static Item line(String label, Paint paint, String dashes, double width) {
      return new Item(label, paint, dashes, width, List.of());
    }

    static Item words(String label) {
      return new Item(label, Paint.INK, "", 0, List.of());
    }

    boolean isWords() {
      return marks.isEmpty() && width == 0;
    }

    static Item ring() {
      return new Item(EXCLUDED, Paint.SURFACE, "", 0, List.of(Mark.COMMON_CAUSE));
    }

    static Item mark(Mark mark) {
      return new Item(mark.label(), mark.fill(), "", 0, List.of(mark));
    }
  }

  private record Placed(Item item, double x, int row) {}

  static final double ROW = 18;
  private static final String EXCLUDED = "not counted";
  private static final double SAMPLE = 18;
  private static final double MARK = 12;
  private static final double BETWEEN = 16;

  private final List<Placed> placed = new ArrayList<>();
  private final double fontSize;
  private int rows;

  /// @param left where rows begin
  Key(ControlChart chart, Size size, double fontSize, double left) {
    this.fontSize = fontSize;
    double x = left;
    for (Item item : items(chart, size)) {
      double width = sample(item) + TextWidth.of(item.label(), fontSize);
      if (rows == 0 || x + width > size.width() - left) {
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
      double middle = top + each.row() * ROW + ROW / 2;
      if (!each.item().isWords()) {
        sample(svg, each.item(), each.x(), middle);
      }
      svg.words(
          "text",
          each.item().label(),
          "fill",
          each.item().isWords() ? Paint.INK : Paint.MUTED,
          "x",
          each.x() + sample(each.item()),
          "y",
          middle + fontSize * .35);
    }
    svg.close();
  }

  private static double sample(Item item) {
    if (item.isWords()) {
      return 0;
    }
    return item.marks().isEmpty() ? SAMPLE + 6 : MARK + 4;
  }

  private static void sample(Svg svg, Item item, double x, double y) {
    for (Mark mark : item.marks()) {
      svg.element(
          "path",
          "d",
          mark.shape(x + MARK / 2, y, 4),
          "fill",
          item.paint(),
          "stroke",
          mark == Mark.COMMON_CAUSE ? Paint.EXCLUDED : mark.edge());
      return;
    }
    svg.element(
        "path",
        "d",
        "M" + Svg.number(x) + " " + Svg.number(y) + "h" + Svg.number(SAMPLE),
        "stroke",
        item.paint(),
        "stroke-width",
        item.width(),
        "stroke-dasharray",
        item.dashes().isEmpty() ? "none" : item.dashes());
  }

  private static List<Item> items(ControlChart chart, Size size) {
    List<Item> items = new ArrayList<>();
    items.add(Item.words(chart.quantity().unit()));
    Arrays.stream(Mark.values())
        .filter(mark -> mark != Mark.COMMON_CAUSE && occurs(chart, mark))
        .forEach(mark -> items.add(Item.mark(mark)));
    if (!chart.excluded().isEmpty()) items.add(Item.ring());
    if (Layout.isNarrow(size)
        && chart.xmr().phases().stream().anyMatch(p -> p.limits().isPresent())) {
      items.add(Item.line(Lines.centreLabel(chart.xmr()), Paint.CENTRE, "", Lines.CENTRE_WIDTH));
      items.add(Item.line("limits", Paint.LIMIT, Lines.LIMIT_DASHES, Lines.LIMIT_WIDTH));
    }
    if (Layout.isNarrow(size) && chart.plan().target().isPresent()) {
      items.add(Item.line("target", Paint.TARGET, "", Lines.TARGET_WIDTH));
    }
    if (chart.plan().trajectory().isPresent()) {
      items.add(Item.line("planned path", Paint.PLAN, Lines.PLAN_DASHES, Lines.PLAN_WIDTH));
    }
    if (chart.background().isDrawn()) {
      items.add(Item.line(chart.background().label(), Paint.RAW, "", Lines.RAW_WIDTH));
    }
    return items;
  }

  private static boolean occurs(ControlChart chart, Mark mark) {
    return chart.xmr().points().stream()
        .map(XmrPoint::variation)
        .map(Mark::of)
        .anyMatch(mark::equals);
  }
}
