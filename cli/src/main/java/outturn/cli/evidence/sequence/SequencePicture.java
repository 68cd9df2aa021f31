package outturn.cli.evidence.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import outturn.charts.control.Caption;
import outturn.charts.sequence.SequenceChart;
import outturn.charts.sequence.SequenceChart.Look;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.sequence.Tuning;

/// What each look at a file would have found, as a chart.
final class SequencePicture {
  private static final int MOST_LOOKS = 150;

  private SequencePicture() {}

  /// @param rows of the file
  /// @param found after so many rows; a look that is refused is left out, such as the first ones
  static Drawing of(
      String title, String unit, Tuning tuning, int rows, IntFunction<Answer<Finding>> found) {
    var looks = new ArrayList<Look>();
    for (var each : rows(rows)) {
      if (found.apply(each) instanceof Answer.Found<Finding>(var finding)) {
        var estimate = finding.estimate();
        var interval = estimate.interval();
        looks.add(
            new Look(finding.grounds().n(), estimate.value(), interval.lower(), interval.upper()));
      }
    }
    var caption = new Caption(title, "What was found at each look.");
    return new SequenceChart(caption, unit, tuning.level(), tuning.sharpestAt(), looks)
        .draw(Size.WIDE);
  }

  /// Evenly spaced if there are many; the last is one of them.
  private static List<Integer> rows(int rows) {
    var step = Math.ceilDiv(Math.max(1, rows), MOST_LOOKS);
    return IntStream.iterate(rows, row -> row > 0, row -> row - step).boxed().toList().reversed();
  }
}
