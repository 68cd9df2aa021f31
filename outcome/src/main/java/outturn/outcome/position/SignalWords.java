package outturn.outcome.position;

import java.util.ArrayList;
import java.util.List;
import outturn.evidence.xmr.Side;
import outturn.evidence.xmr.Signal;
import outturn.evidence.xmr.Variation;
import outturn.evidence.xmr.XmrChart;
import outturn.evidence.xmr.XmrPoint;

/// Says the special causes of a chart in words, neighbours of one kind together.
final class SignalWords {
  private final Timeline timeline;
  private final XmrChart chart;

  SignalWords(Timeline timeline, XmrChart chart) {
    this.timeline = timeline;
    this.chart = chart;
  }

  /// Those from a period on, the latest first.
  List<String> since(int first) {
    var runs = new ArrayList<List<XmrPoint>>();
    for (var point :
        chart.points().subList(Math.min(first, chart.points().size()), chart.points().size())) {
      if (!point.isSpecialCause()) continue;
      if (!runs.isEmpty() && continues(runs.getLast().getLast(), point)) {
        runs.getLast().add(point);
      } else {
        runs.add(new ArrayList<>(List.of(point)));
      }
    }
    return runs.reversed().stream().map(this::sentence).toList();
  }

  private static boolean continues(XmrPoint before, XmrPoint point) {
    return point.index() == before.index() + 1
        && point.phase() == before.phase()
        && point.signal().equals(before.signal());
  }

  private String sentence(List<XmrPoint> run) {
    var first = run.getFirst();
    var signal = first.signal().orElseThrow();
    return "%s: %s, %s".formatted(kind(first.variation()), span(run), words(signal));
  }

  private String span(List<XmrPoint> run) {
    var rhythm = timeline.rhythm();
    var first = rhythm.label(timeline.periods().get(run.getFirst().index()));
    if (run.size() == 1) return first;
    var last = rhythm.label(timeline.periods().get(run.getLast().index()));
    return "%s to %s (%s)".formatted(first, last, rhythm.count(run.size()));
  }

  private static String kind(Variation variation) {
    return switch (variation) {
      case IMPROVEMENT -> "Improvement";
      case CONCERN -> "Concern";
      case NEUTRAL, COMMON_CAUSE -> "Special cause";
    };
  }

  private String words(Signal signal) {
    boolean high = signal.side() == Side.HIGH;
    return switch (signal.rule()) {
      case OUTSIDE -> high ? "above the upper process limit" : "below the lower process limit";
      case TREND ->
          (high ? "part of a rise" : "part of a fall") + " of seven or more values in a row";
      case TWO_OF_THREE ->
          "two of three values near the %s process limit".formatted(high ? "upper" : "lower");
      case SHIFT ->
          "part of a run of seven or more on the %s side of the mean"
              .formatted(high ? "upper" : "lower");
    };
  }
}
