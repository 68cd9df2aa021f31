package outturn.cli.evidence.bsts;

import java.util.Optional;
import outturn.charts.control.Caption;
import outturn.charts.course.CounterfactualChart;
import outturn.charts.course.Course;
import outturn.charts.course.Expected;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.cli.csv.Timeline;
import outturn.evidence.bsts.BstsModel;
import outturn.evidence.bsts.BstsResult;
import outturn.evidence.its.Placebo;
import outturn.evidence.series.Series;
import outturn.evidence.series.Window;

/// What a structural time series said, with its periods.
///
/// @param used the periods of the file from the first before to the last after
/// @param values of the used periods
/// @param placebo where there are no controls
record BstsAnalysis(
    Timeline timeline,
    Window used,
    Series values,
    BstsModel model,
    BstsResult result,
    Optional<Placebo> placebo) {

  /// A used period as it is written in the file.
  String label(int period) {
    return timeline.label(used.from() + period);
  }

  /// @param name of the column
  Drawing chart(String name) {
    var each = "one value each %s".formatted(timeline.step());
    var caption = new Caption(name, "Bayesian structural time series, %s.".formatted(each));
    var lines = result.chart();
    var expected =
        new Expected(
            lines.counterfactual(),
            lines.lower(),
            lines.upper(),
            result.average().interval().level());
    var periods = timeline.starts().subList(used.from(), used.to());
    return new CounterfactualChart(
            new Course(caption, each, periods, values), expected, model.intervention().at())
        .draw(Size.TALL);
  }
}
