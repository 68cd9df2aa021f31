package outturn.cli.evidence;

import outturn.charts.control.Caption;
import outturn.charts.course.CounterfactualChart;
import outturn.charts.course.Course;
import outturn.charts.course.Expected;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.cli.csv.Timeline;
import outturn.evidence.its.ItsResult;
import outturn.evidence.its.model.ItsModel;
import outturn.evidence.series.Series;

/// An interrupted time series with its periods.
record ItsAnalysis(Timeline timeline, Series series, ItsModel model, ItsResult result) {

  /// @param name of the column
  Drawing chart(String name) {
    var each = "one value each %s".formatted(timeline.step());
    var caption = new Caption(name, "Interrupted time series, %s.".formatted(each));
    var lines = result.chart();
    var expected =
        new Expected(lines.counterfactual(), lines.lower(), lines.upper(), model.reading().level());
    return new CounterfactualChart(
            new Course(caption, each, timeline.starts(), series),
            expected,
            model.intervention().at())
        .draw(Size.TALL);
  }
}
