package outturn.charts.terminal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import outturn.charts.axis.Cadence;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.ValueAxis;
import outturn.charts.control.Change;
import outturn.charts.control.ControlChart;
import outturn.charts.control.Excluded;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;

/// Draws one chart: title, labels of changes, plot, dates, key, from top to bottom.
final class TerminalDrawing {
  private static final int ROWS_PER_TICK = 3;
  private static final int WORDS_ABOVE = 2;
  private static final int WORDS_BELOW = 3;
  private static final double WITHIN = 1e-6;

  private final ControlChart chart;
  private final Alphabet alphabet;
  private final Canvas canvas;
  private final ValueAxis values;
  private final DateAxis dates;
  private final int columns;
  private final int left;
  private final int top = WORDS_ABOVE;
  private final int bottom;

  TerminalDrawing(ControlChart chart, Terminal terminal) {
    this.chart = chart;
    this.alphabet = terminal.alphabet();
    this.columns = terminal.columns();
    this.canvas = new Canvas(columns, terminal.rows());
    this.bottom = terminal.rows() - WORDS_BELOW;
    this.values = ValueAxis.holding(extremes(chart), (bottom - top) / ROWS_PER_TICK);
    this.left = 1 + values.ticks().stream().mapToInt(tick -> tick(tick).length()).max().orElse(0);
    this.dates = new DateAxis(chart.periods(), left + 1.0, columns - WITHIN);
  }

  String text() {
    write(0, 0, fit(chart.caption().title() + ", " + chart.quantity().unit(), columns));
    axes();
    chart.xmr().phases().forEach(this::centre);
    chart.plan().target().ifPresent(this::target);
    chart.changes().stream().filter(this::isShown).forEach(this::changeLine);
    series();
    changeLabels();
    write(left + 1, bottom + 2, fit(key(), columns - left - 1));
    return canvas.text();
  }

  private static double[] extremes(ControlChart chart) {
    DoubleStream centres =
        chart.xmr().phases().stream()
            .flatMap(phase -> phase.limits().stream())
            .mapToDouble(limits -> limits.centre());
    DoubleStream target = chart.plan().target().stream().mapToDouble(Double::doubleValue);
    return DoubleStream.concat(chart.xmr().series().valid(), DoubleStream.concat(centres, target))
        .toArray();
  }

  private void axes() {
    for (int row = top; row < bottom; row++) {
      canvas.put(left, row, alphabet.axis());
    }
    for (double tick : values.ticks()) {
      int row = cell(tick);
      write(left - tick(tick).length(), row, tick(tick));
      canvas.put(left, row, alphabet.tick());
    }
    canvas.put(left, bottom, alphabet.corner());
    for (int column = left + 1; column < columns; column++) {
      canvas.put(column, bottom, alphabet.base());
    }
    if (!chart.periods().isEmpty()) {
      Cadence cadence = Cadence.of(chart.periods());
      String last = cadence.shortName(chart.periods().getLast());
      write(left + 1, bottom + 1, cadence.shortName(chart.periods().getFirst()));
      write(columns - last.length(), bottom + 1, last);
    }
  }

  private void centre(XmrPhase phase) {
    int from = (int) dates.border(phase.window().from());
    int to = (int) dates.border(phase.window().to());
    phase.limits().ifPresent(limits -> across(from, to, limits.centre(), alphabet.centre()));
  }

  private void target(double target) {
    across(left + 1, columns - 1, target, alphabet.target());
  }

  private void across(int from, int to, double value, char sign) {
    for (int column = from; column <= to; column++) {
      canvas.put(column, cell(value), sign);
    }
  }

  private void changeLine(Change change) {
    for (int row = top; row < bottom; row++) {
      canvas.put((int) dates.x(change.date()), row, alphabet.change());
    }
  }

  private void series() {
    Series series = chart.xmr().series();
    for (int i = 0; i < series.size(); i++) {
      if (!series.isMissing(i)) {
        boolean joined = i > 0 && !series.isMissing(i - 1);
        value(joined ? i - 1 : i, i);
      }
    }
    chart.xmr().points().stream().filter(XmrPoint::isSpecialCause).forEach(this::mark);
    for (Excluded each : chart.excluded()) {
      int row = Math.clamp(cell(each.value()), top, bottom - 1);
      canvas.put((int) dates.x(each.index()), row, alphabet.excluded());
    }
  }

  private void value(int before, int index) {
    Series series = chart.xmr().series();
    double y = row(series.value(index));
    switch (alphabet) {
      case UNICODE -> canvas.line(dates.x(before), row(series.value(before)), dates.x(index), y);
      case ASCII -> canvas.put((int) dates.x(index), (int) y, '*');
    }
  }

  private void mark(XmrPoint point) {
    canvas.put((int) dates.x(point.index()), cell(point.value()), sign(point.variation()));
  }

  private char sign(Variation variation) {
    return switch (variation) {
      case COMMON_CAUSE -> '*';
      case IMPROVEMENT -> alphabet.improvement();
      case CONCERN -> alphabet.concern();
      case NEUTRAL -> alphabet.neutral();
    };
  }

  /// From the latest to the earliest; a label that would meet a later one is left out.
  private void changeLabels() {
    int free = columns + 1;
    List<Change> latestFirst =
        chart.changes().stream()
            .filter(this::isShown)
            .sorted(Comparator.comparing(Change::date).reversed())
            .toList();
    for (Change change : latestFirst) {
      int line = (int) dates.x(change.date());
      String label = fit(Cadence.day(change.date()) + " " + change.label(), columns - left - 1);
      int start = Math.clamp(line - label.length() / 2, left + 1, columns - label.length());
      if (start + label.length() < free) {
        write(start, top - 1, label);
        free = start;
      }
    }
  }

  private boolean isShown(Change change) {
    List<LocalDate> periods = chart.periods();
    return !periods.isEmpty()
        && !change.date().isBefore(periods.getFirst())
        && !change.date().isAfter(periods.getLast());
  }

  private String key() {
    List<String> items = new ArrayList<>();
    if (chart.xmr().phases().stream().anyMatch(phase -> phase.limits().isPresent())) {
      items.add(alphabet.centre() + " centre");
    }
    chart
        .plan()
        .target()
        .ifPresent(target ->
            items.add(alphabet.target() + " target " + values.valueNumbers().brief(target)));
    for (Variation variation : Variation.values()) {
      boolean occurs =
          chart.xmr().points().stream().anyMatch(point -> point.variation() == variation);
      if (occurs && variation != Variation.COMMON_CAUSE) {
        items.add(sign(variation) + " " + name(variation));
      }
    }
    if (!chart.excluded().isEmpty()) items.add(alphabet.excluded() + " not counted");
    return String.join("   ", items);
  }

  private static String name(Variation variation) {
    return switch (variation) {
      case COMMON_CAUSE -> "common cause";
      case IMPROVEMENT -> "improvement";
      case CONCERN -> "concern";
      case NEUTRAL -> "special cause";
    };
  }

  private double row(double value) {
    return top + (1 - values.position(value)) * (bottom - top - WITHIN);
  }

  private int cell(double value) {
    return (int) row(value);
  }

  private String tick(double tick) {
    return values.tickNumbers().text(tick);
  }

  private void write(int column, int row, String text) {
    canvas.write(column, row, alphabet == Alphabet.ASCII ? plain(text) : text);
  }

  private static String plain(String text) {
    return text.replace('\u2212', '-').replace("\u2026", "~").replaceAll("[^\\x20-\\x7e]", "?");
  }

  private static String fit(String text, int room) {
    return text.length() <= room ? text : text.substring(0, Math.max(0, room - 1)) + "\u2026";
  }
}
