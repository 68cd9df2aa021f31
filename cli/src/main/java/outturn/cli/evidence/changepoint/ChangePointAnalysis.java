package outturn.cli.evidence.changepoint;

import java.util.Optional;
import outturn.charts.control.Caption;
import outturn.charts.course.Break;
import outturn.charts.course.Course;
import outturn.charts.course.Level;
import outturn.charts.course.LevelChart;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.cli.csv.Timeline;
import outturn.evidence.changepoint.BreaksResult;
import outturn.evidence.changepoint.Change;
import outturn.evidence.changepoint.Changes;
import outturn.evidence.changepoint.LevelChangesResult;
import outturn.evidence.changepoint.Segment;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.series.Series;

/// Where a measure may have changed, with its periods.
///
/// @param series in the unit of the measure, even if logarithms were analysed
record ChangePointAnalysis(Timeline timeline, Series series, boolean isLogarithmic, Answer answer) {

  /// What was found, by either method.
  sealed interface Answer {
    record Levels(LevelChangesResult result) implements Answer {}

    /// @param level of the ranges of dates
    record Breaks(BreaksResult result, double level) implements Answer {}
  }

  Changes changes() {
    return switch (answer) {
      case Answer.Levels(var result) -> result.changes();
      case Answer.Breaks(var result, var _) -> result.changes();
    };
  }

  Grounds grounds() {
    return switch (answer) {
      case Answer.Levels(var result) -> result.grounds();
      case Answer.Breaks(var result, var _) -> result.grounds();
    };
  }

  /// The mean of a segment in the unit of the measure; of logarithms the geometric one.
  double mean(Segment segment) {
    return isLogarithmic ? Math.exp(segment.mean()) : segment.mean();
  }

  String question(Change change) {
    return "What happened between %s and %s?"
        .formatted(timeline.label(change.lastBefore()), timeline.label(change.firstAfter()));
  }

  /// The periods in which the last one before may lie, as text.
  Optional<String> range(Change change) {
    return change
        .range()
        .map(window ->
            "%s to %s".formatted(timeline.label(window.from()), timeline.label(window.to() - 1)));
  }

  /// @param name of the column
  Drawing chart(String name) {
    var each = "one value each %s".formatted(timeline.step());
    var caption = new Caption(name, "Change points, %s.".formatted(each));
    var levels = changes().segments().stream().map(one -> new Level(one.window(), mean(one)));
    var breaks =
        changes().changes().stream()
            .map(one -> new Break(one.lastBefore(), one.firstAfter(), one.rangeOrNull()));
    return new LevelChart(
            new Course(caption, each, timeline.starts(), series), levels.toList(), breaks.toList())
        .draw(Size.WIDE);
  }
}
