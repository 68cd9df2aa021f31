package outturn.charts.control;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import outturn.charts.axis.DateAxis;
import outturn.charts.axis.ValueAxis;
import outturn.charts.control.Notes.Note;
import outturn.charts.svg.Size;
import outturn.charts.svg.TextWidth;

/// Where everything goes: scales, margins and labels of one chart at one size.
record Layout(Size size, Key key, ValueAxis values, DateAxis dates, List<Note> notes, Plot plot) {
  /// The rectangle of the plot.
  record Plot(double left, double top, double right, double bottom) {
    double height() {
      return bottom - top;
    }
  }

  private static final int NARROW = 520;
  private static final double EDGE = 10;
  private static final double TICK_LINES = 34;
  private static final double PER_TICK = 44;

  static Layout of(ControlChart chart, Size size) {
    double font = fontSize(size);
    Key key = new Key(chart, size, font, EDGE);
    double above = EDGE / 2 + key.height() + font;
    double bottom = size.height() - TICK_LINES;
    int ticks = (int) Math.max(2, (bottom - above) / PER_TICK);
    ValueAxis values = ValueAxis.holding(extremes(chart), ticks);
    double left = EDGE + widest(values, font) + 6;
    double right = size.width() - EDGE - Lines.labelRoom(chart, size, values);
    DateAxis dates = new DateAxis(chart.periods(), left, right);
    List<Note> notes = Notes.place(chart, dates, font, EDGE, size.width() - EDGE);
    double top = above + Notes.rows(notes) * Notes.ROW;
    return new Layout(size, key, values, dates, notes, new Plot(left, top, right, bottom));
  }

  static boolean isNarrow(Size size) {
    return size.width() < NARROW;
  }

  static double fontSize(Size size) {
    return isNarrow(size) ? 11 : 12;
  }

  double fontSize() {
    return fontSize(size);
  }

  double keyTop() {
    return EDGE / 2;
  }

  double y(double value) {
    return plot.bottom() - values.position(value) * plot.height();
  }

  /// The same, at the edge of the plot where the value is beyond it.
  double edged(double value) {
    return Math.clamp(y(value), plot.top() + EDGE / 2, plot.bottom() - EDGE / 2);
  }

  private static double widest(ValueAxis values, double font) {
    return values.ticks().stream()
        .mapToDouble(tick -> TextWidth.of(values.tickNumbers().text(tick), font))
        .max()
        .orElse(0);
  }

  private static double[] extremes(ControlChart chart) {
    DoubleStream limits =
        chart.xmr().phases().stream()
            .flatMap(phase -> phase.limits().stream())
            .flatMapToDouble(l -> DoubleStream.of(l.lower(), l.upper()))
            .map(chart.quantity()::bounded);
    DoubleStream plan =
        chart.plan().trajectory().stream()
            .flatMapToDouble(t -> Arrays.stream(t.series(chart.periods().size()).toArray()));
    DoubleStream target = chart.plan().target().stream().mapToDouble(Double::doubleValue);
    DoubleStream lines =
        DoubleStream.concat(chart.xmr().series().valid(), chart.background().values().valid());
    double[] counted =
        DoubleStream.concat(DoubleStream.concat(limits, lines), DoubleStream.concat(plan, target))
            .toArray();
    return DoubleStream.concat(Arrays.stream(counted), near(chart.excluded(), counted)).toArray();
  }

  /// Values that do not count, as far as they would not squeeze the others into half of the plot.
  private static DoubleStream near(List<Excluded> excluded, double[] counted) {
    DoubleSummaryStatistics all =
        Arrays.stream(counted).filter(Double::isFinite).summaryStatistics();
    DoubleStream values = excluded.stream().mapToDouble(Excluded::value);
    if (all.getCount() == 0) return values;
    double span = all.getMax() - all.getMin();
    return values.filter(
        value -> value >= all.getMin() - span / 2 && value <= all.getMax() + span / 2);
  }
}
