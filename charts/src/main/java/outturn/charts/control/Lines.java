package outturn.charts.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import outturn.charts.axis.ValueAxis;
import outturn.charts.svg.Paint;
import outturn.charts.svg.Size;
import outturn.charts.svg.Svg;
import outturn.charts.svg.TextWidth;
import outturn.evidence.xmr.LimitRule;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrPhase;

/// Draws what the values are held against: limits and centre of each phase, target and planned
/// path, with the values of the last phase written at the right.
final class Lines {
  private record Label(String text, double y, Paint paint) {}

  static final double CENTRE_WIDTH = 1.2;
  static final double LIMIT_WIDTH = 1.1;
  static final double TARGET_WIDTH = 1.6;
  static final double PLAN_WIDTH = 1.6;
  static final double RAW_WIDTH = 1.2;
  static final String LIMIT_DASHES = "4 3";
  static final String PLAN_DASHES = "7 4";
  private static final double FROM_PLOT = 8;
  private static final double LABEL_HEIGHT = 14;

  private final ControlChart chart;
  private final Layout layout;
  private final Svg svg;

  Lines(ControlChart chart, Layout layout, Svg svg) {
    this.chart = chart;
    this.layout = layout;
    this.svg = svg;
  }

  static String centreLabel(XmrChart xmr) {
    LimitRule rule = xmr.options().limits();
    return switch (rule) {
      case MEDIAN -> "median";
      case NHS, WHEELER, EXACT, STANDARD_DEVIATION -> "mean";
    };
  }

  /// Room at the right for the labels; none on a narrow chart, where the key has them.
  static double labelRoom(ControlChart chart, Size size, ValueAxis values) {
    if (Layout.isNarrow(size)) {
      return 0;
    }
    return labels(chart, values).stream()
            .mapToDouble(label -> TextWidth.of(label.text(), Layout.fontSize(size)))
            .max()
            .orElse(-FROM_PLOT)
        + FROM_PLOT;
  }

  void draw() {
    svg.open("class", "outturn-limits", "fill", "none");
    chart.xmr().phases().forEach(this::drawPhase);
    svg.close();
    chart.plan().target().ifPresent(this::drawTarget);
    chart.plan().trajectory().ifPresent(_ -> drawPath());
    if (!Layout.isNarrow(layout.size())) {
      drawLabels();
    }
  }

  private void drawPhase(XmrPhase phase) {
    phase.limits().ifPresent(limits -> drawLimits(phase, limits));
  }

  private void drawLimits(XmrPhase phase, Limits limits) {
    double from = layout.dates().border(phase.window().from());
    double to = layout.dates().border(phase.window().to());
    String upper = level(from, to, chart.quantity().bounded(limits.upper()));
    String lower = level(from, to, chart.quantity().bounded(limits.lower()));
    svg.element(
        "path",
        "d",
        upper + lower,
        "stroke",
        Paint.LIMIT,
        "stroke-width",
        LIMIT_WIDTH,
        "stroke-dasharray",
        LIMIT_DASHES);
    svg.element(
        "path",
        "d",
        level(from, to, limits.centre()),
        "stroke",
        Paint.CENTRE,
        "stroke-width",
        CENTRE_WIDTH);
  }

  private void drawTarget(double target) {
    svg.element(
        "path",
        "class",
        "outturn-target",
        "d",
        level(layout.plot().left(), layout.plot().right(), target),
        "stroke",
        Paint.TARGET,
        "stroke-width",
        TARGET_WIDTH);
  }

  private void drawPath() {
    double[] planned =
        chart.plan().trajectory().orElseThrow().series(chart.periods().size()).toArray();
    svg.element(
        "path",
        "class",
        "outturn-plan",
        "d",
        PathData.through(layout, planned),
        "fill",
        "none",
        "stroke",
        Paint.PLAN,
        "stroke-width",
        PLAN_WIDTH,
        "stroke-dasharray",
        PLAN_DASHES);
  }

  private String level(double from, double to, double value) {
    return PathData.across(from, to, layout.y(value));
  }

  private void drawLabels() {
    svg.open("class", "outturn-line-labels", "font-size", layout.fontSize());
    for (Label label : spread(labels(chart, layout.values()))) {
      svg.words(
          "text",
          label.text(),
          "x",
          layout.plot().right() + FROM_PLOT,
          "y",
          label.y() + layout.fontSize() * .35,
          "fill",
          label.paint());
    }
    svg.close();
  }

  /// Labels with their values in place of `y`.
  private static List<Label> labels(ControlChart chart, ValueAxis values) {
    List<Label> labels = new ArrayList<>();
    if (!chart.xmr().phases().isEmpty()) {
      chart
          .xmr()
          .phases()
          .getLast()
          .limits()
          .ifPresent(limits -> labels.addAll(limitLabels(chart, limits, values)));
    }
    chart
        .plan()
        .target()
        .ifPresent(target ->
            labels.add(
                new Label("target " + values.valueNumbers().brief(target), target, Paint.TARGET)));
    return labels;
  }

  private static List<Label> limitLabels(ControlChart chart, Limits limits, ValueAxis values) {
    double upper = chart.quantity().bounded(limits.upper());
    double lower = chart.quantity().bounded(limits.lower());
    return List.of(
        label("limit", upper, Paint.MUTED, values),
        label(centreLabel(chart.xmr()), limits.centre(), Paint.INK, values),
        label("limit", lower, Paint.MUTED, values));
  }

  private static Label label(String name, double value, Paint paint, ValueAxis values) {
    String text = String.format(Locale.ROOT, "%s %s", name, values.valueNumbers().text(value));
    return new Label(text, value, paint);
  }

  /// Moves labels apart, downwards first and then back up from the lower end.
  private List<Label> spread(List<Label> labels) {
    List<Label> sorted = new ArrayList<>();
    labels.stream()
        .map(label -> new Label(label.text(), layout.y(label.y()), label.paint()))
        .sorted(Comparator.comparingDouble(Label::y))
        .forEach(sorted::add);
    double least = layout.plot().top() + LABEL_HEIGHT / 2;
    for (int i = 0; i < sorted.size(); i++) {
      Label label = sorted.get(i);
      sorted.set(i, new Label(label.text(), Math.max(label.y(), least), label.paint()));
      least = sorted.get(i).y() + LABEL_HEIGHT;
    }
    double most = layout.plot().bottom();
    for (int i = sorted.size() - 1; i >= 0; i--) {
      Label label = sorted.get(i);
      sorted.set(i, new Label(label.text(), Math.min(label.y(), most), label.paint()));
      most = sorted.get(i).y() - LABEL_HEIGHT;
    }
    return sorted;
  }
}
