package outturn.cli.evidence.survey;

import java.util.List;
import outturn.charts.answers.AnswerChart;
import outturn.charts.answers.Group;
import outturn.charts.control.Caption;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.estimate.Finding;

/// What a survey says, as a chart: its answers where they are known, and the estimate.
final class SurveyPicture {
  private SurveyPicture() {}

  /// @param title what the estimate is
  /// @param ends that have to be on its scale
  static Drawing of(String title, List<Double> ends, Finding finding, List<Group> groups) {
    var caption = new Caption(title, "");
    return new AnswerChart(caption, title, ends, finding.estimate(), groups)
        .draw(Size.WIDE.width());
  }
}
