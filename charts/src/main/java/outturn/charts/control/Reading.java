package outturn.charts.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outturn.charts.axis.Cadence;
import outturn.charts.axis.Numbers;
import outturn.evidence.series.Series;
import outturn.evidence.xmr.Direction;
import outturn.evidence.xmr.Limits;
import outturn.evidence.xmr.Rule;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.Warning;
import outturn.evidence.xmr.XmrPhase;
import outturn.evidence.xmr.XmrPoint;

/// Says in words what a chart shows, for those who do not see it.
final class Reading {
  private final ControlChart chart;
  private final Cadence cadence;
  private final Numbers numbers;

  Reading(ControlChart chart, Numbers numbers) {
    this.chart = chart;
    this.cadence = Cadence.of(chart.periods());
    this.numbers = numbers;
  }

  /// The caption's description, then span, last phase, special causes, target and changes.
  String description() {
    List<String> sentences = new ArrayList<>();
    if (!chart.caption().description().isBlank()) {
      sentences.add(chart.caption().description());
    }
    sentences.add(span());
    if (!chart.xmr().phases().isEmpty()) {
      sentences.add(lastPhase(chart.xmr().phases().getLast()));
      sentences.add(specialCauses());
    }
    excluded().ifPresent(sentences::add);
    chart.plan().target().ifPresent(target -> sentences.add(target(target)));
    List<Change> shown = chart.changes().stream().filter(c -> Notes.isShown(chart, c)).toList();
    if (!shown.isEmpty()) {
      sentences.add(
          shown.stream()
              .map(change -> Cadence.day(change.date()) + ", " + change.label())
              .collect(Collectors.joining("; ", "Changes: ", ".")));
    }
    return String.join(" ", sentences);
  }

  /// The tooltip of a point, such as "March 1983: 1,057. Improvement, outside the process limits."
  String point(XmrPoint point) {
    String value = period(point.index()) + ": " + numbers.text(point.value()) + ".";
    return point
        .signal()
        .map(signal -> value + " " + kind(point.variation()) + ", " + rule(signal.rule()) + ".")
        .orElse(value);
  }

  /// The tooltip of a value that does not count: "March 1983: 9,057. Not counted: it is above
  /// 5,000."
  String excluded(Excluded each) {
    return "%s: %s. Not counted: %s."
        .formatted(period(each.index()), numbers.text(each.value()), each.why());
  }

  private Optional<String> excluded() {
    if (chart.excluded().isEmpty()) return Optional.empty();
    return Optional.of(
        chart.excluded().stream()
            .map(each -> "%s, %s".formatted(period(each.index()), numbers.text(each.value())))
            .collect(Collectors.joining("; ", "Not counted: ", ".")));
  }

  private String span() {
    Series series = chart.xmr().series();
    if (series.count() == 0) {
      return "No values yet.";
    }
    int first = valid(series, 0, 1);
    int last = valid(series, series.size() - 1, -1);
    int missing = last - first + 1 - series.count();
    return "%d %s from %s to %s, %s missing."
        .formatted(
            last - first + 1,
            cadence.plural(),
            period(first),
            period(last),
            missing == 0 ? "none" : Integer.toString(missing));
  }

  private static int valid(Series series, int from, int step) {
    int index = from;
    while (series.isMissing(index)) {
      index += step;
    }
    return index;
  }

  private String lastPhase(XmrPhase phase) {
    String since = period(phase.window().from());
    return phase
        .limits()
        .map(limits -> "Since %s: %s.".formatted(since, levels(limits)))
        .orElse("No limits since %s, as values are too few.".formatted(since));
  }

  private String levels(Limits limits) {
    return "%s %s, process limits %s to %s"
        .formatted(
            Lines.centreLabel(chart.xmr()),
            numbers.text(limits.centre()),
            numbers.text(chart.quantity().bounded(limits.lower())),
            numbers.text(chart.quantity().bounded(limits.upper())));
  }

  private String specialCauses() {
    String found =
        chart.xmr().points().stream()
            .filter(XmrPoint::isSpecialCause)
            .collect(
                Collectors.groupingBy(XmrPoint::variation, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + plural(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(" and "));
    return found.isEmpty()
        ? "No special causes."
        : "Special causes: " + found + ". " + falseAlarms();
  }

  private String falseAlarms() {
    boolean alike =
        chart.xmr().warnings().stream()
            .anyMatch(warning -> warning.kind() == Warning.Kind.AUTOCORRELATED);
    return "Noise alone shows one on about %d%% of such charts%s."
        .formatted(
            Math.round(100 * chart.xmr().falseAlarmShare()),
            alike ? ", and on more where values resemble the ones before, as here" : "");
  }

  private static String plural(Variation variation, long count) {
    String word = kind(variation).toLowerCase(Locale.ROOT);
    return count == 1 ? word : word + "s";
  }

  private String target(double target) {
    String judgement =
        switch (chart.xmr().assurance(target)) {
          case PASSES -> "by these limits the process meets it";
          case FAILS -> "by these limits the process misses it";
          case HIT_AND_MISS ->
              "by these limits the process meets it in some periods and misses it in others";
          case UNKNOWN ->
              chart.xmr().options().direction() == Direction.NEUTRAL
                  ? "neither side of it is better"
                  : "whether the process meets it is not known yet";
        };
    return "Target %s: %s.".formatted(numbers.brief(target), judgement);
  }

  private String period(int index) {
    return cadence.name(chart.periods().get(index));
  }

  private static String kind(Variation variation) {
    return switch (variation) {
      case COMMON_CAUSE -> "Common cause";
      case IMPROVEMENT -> "Improvement";
      case CONCERN -> "Concern";
      case NEUTRAL -> "Special cause";
    };
  }

  private static String rule(Rule rule) {
    return switch (rule) {
      case OUTSIDE -> "outside the process limits";
      case TREND -> "part of a trend";
      case TWO_OF_THREE -> "one of two in three near a limit";
      case SHIFT -> "part of a run on one side of the centre";
    };
  }
}
