package outturn.charts.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.Numbers;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.series.Window;

/// Draws the values, a line for each level, and a line for each break on the ground of its range.
final class LevelDrawing {
  private static final double APART = 8;
  private static final double BAR = 6;

  private final LevelChart chart;
  private final Size size;
  private final double fontSize;
  private final DateAxis dates;
  private final ValueAxis values;
  private final Legend legend;
  private final Box box;

  LevelDrawing(LevelChart chart, Size size) {
    this.chart = chart;
    this.size = size;
    this.fontSize = Layout.fontSize(size);
    this.legend = legend();
    double top = legend.bottom() + (chart.breaks().isEmpty() ? fontSize : Layout.WORDS);
    double bottom = size.height() - Layout.TICK_LINES;
    this.values =
        Layout.axis(
            DoubleStream.concat(
                    chart.course().values().valid(),
                    chart.levels().stream().mapToDouble(Level::value))
                .toArray(),
            bottom - top);
    this.box = new Box(Layout.left(values, fontSize), top, size.width() - Layout.RIGHT, bottom);
    this.dates = new DateAxis(chart.course().periods(), box.left(), box.right());
  }

  private Legend legend() {
    Legend made =
        new Legend(size, fontSize, chart.course().unit())
            .line("observed", Paint.SERIES, Panel.SERIES_WIDTH, "none")
            .line("mean of the stretch", Paint.EXPECTED, Panel.EXPECTED_WIDTH, "none");
    return chart.breaks().stream().allMatch(each -> each.range().isEmpty())
        ? made
        : made.ground("where the change may lie", Paint.BAND);
  }

  Drawing drawing() {
    Svg svg = Svg.picture("level-chart", size, chart.course().caption().title(), words());
    Panel panel = new Panel(svg, dates, values, box, fontSize);
    for (Break each : chart.breaks()) {
      each.range().ifPresent(range -> panel.column(left(range), right(range), Paint.BAND));
    }
    panel.grid();
    panel.dateAxis();
    legend.draw(svg);
    for (int i = 0; i < chart.breaks().size(); i++) {
      Break each = chart.breaks().get(i);
      // Ranges may overlap, hence the bars at two heights.
      double height = i % 2 == 0 ? BAR : 2 * BAR;
      each.range().ifPresent(range -> panel.bar(left(range), right(range), height, Paint.CHANGE));
      panel.down(x(each), Paint.CHANGE, question(each));
    }
    labels(svg);
    panel.line(chart.course().values(), Paint.SERIES, Panel.SERIES_WIDTH, "none");
    panel.points(
        chart.course().values(),
        Paint.SERIES,
        i ->
            "%s: %s."
                .formatted(
                    chart.course().name(i),
                    values.valueNumbers().text(chart.course().values().value(i))));
    levels(panel);
    return svg.drawing();
  }

  private void levels(Panel panel) {
    for (int i = 0; i < chart.levels().size(); i++) {
      Level level = chart.levels().get(i);
      double from = i == 0 ? dates.border(level.window().from()) : x(chart.breaks().get(i - 1));
      double to =
          i < chart.breaks().size() ? x(chart.breaks().get(i)) : dates.border(level.window().to());
      panel.level(from, to, level.value(), mean(level));
    }
  }

  private String mean(Level level) {
    return "%s to %s: mean %s."
        .formatted(
            chart.course().name(level.window().from()),
            chart.course().name(level.window().to() - 1),
            values.valueNumbers().text(level.value()));
  }

  /// Between the two periods, over a gap in its middle.
  private double x(Break each) {
    return (dates.x(each.lastBefore()) + dates.x(each.firstAfter())) / 2;
  }

  private double left(Window range) {
    return dates.border(range.from() + 1);
  }

  /// Wide enough to be seen where the range is a single place.
  private double right(Window range) {
    return Math.max(dates.border(range.to()), left(range) + 3);
  }

  /// The first period after each break, above its line, where there is room.
  private void labels(Svg svg) {
    svg.open("class", "outturn-changes", "font-size", fontSize, "fill", Paint.CHANGE);
    double free = Layout.EDGE;
    for (Break each : chart.breaks()) {
      String label = chart.course().name(each.firstAfter());
      double half = TextWidth.of(label, fontSize) / 2;
      double x = Math.min(x(each), size.width() - Layout.EDGE - half);
      if (x - half >= free) {
        svg.words("text", label, "x", x, "y", box.top() - 5, "text-anchor", "middle");
        free = x + half + APART;
      }
    }
    svg.close();
  }

  private String question(Break each) {
    String range =
        each.range()
            .map(window ->
                " The last period before may be any from %s to %s."
                    .formatted(
                        chart.course().name(window.from()), chart.course().name(window.to() - 1)))
            .orElse("");
    return "What happened between %s and %s?%s"
        .formatted(
            chart.course().name(each.lastBefore()), chart.course().name(each.firstAfter()), range);
  }

  /// The caption's description, the span, and a question for each change.
  private String words() {
    List<String> sentences = new ArrayList<>();
    if (!chart.course().caption().description().isBlank()) {
      sentences.add(chart.course().caption().description());
    }
    sentences.add(chart.course().span());
    if (chart.breaks().isEmpty()) {
      sentences.add("No change stands out.");
    }
    Numbers numbers = values.valueNumbers();
    for (int i = 0; i < chart.breaks().size(); i++) {
      sentences.add(
          "%s The mean is %s before and %s after."
              .formatted(
                  question(chart.breaks().get(i)),
                  numbers.text(chart.levels().get(i).value()),
                  numbers.text(chart.levels().get(i + 1).value())));
    }
    return String.join(" ", sentences);
  }
}
