package outturn.report.onepage;

import java.util.stream.IntStream;
import outturn.charts.control.Caption;
import outturn.charts.course.CounterfactualChart;
import outturn.charts.course.Course;
import outturn.charts.course.Expected;
import outturn.charts.svg.Drawing;
import outturn.charts.svg.Size;
import outturn.evidence.series.Series;
import outturn.outcome.amount.Amounts;
import outturn.outcome.onepage.Picture;
import outturn.outcome.period.Periods;
import outturn.report.markup.Markup;

/// The chart of a statement, and the same as a table.
final class CourseChart {
  static final Size SCREEN = new Size(888, 400);
  static final Size PHONE = new Size(340, 360);

  private final Picture picture;

  CourseChart(Picture picture) {
    this.picture = picture;
  }

  Drawing draw(Size size) {
    var course = picture.course();
    var measure = picture.measure();
    var unit =
        "%s, one value each %s"
            .formatted(
                measure.quantity().unit().orElse("values"),
                new Periods(measure.rhythm().cadence()).word());
    return new CounterfactualChart(
            new Course(
                new Caption(measure.about().title(), picture.caption()),
                unit,
                course.periods(),
                course.observed()),
            new Expected(
                course.expected(), bound(course.lower()), bound(course.upper()), picture.level()),
            course.start())
        .draw(size);
  }

  /// The expected value itself where the design has no interval, so that no band is drawn.
  private Series bound(Series bound) {
    var expected = picture.course().expected();
    return Series.of(
        IntStream.range(0, bound.size())
            .mapToDouble(i -> bound.isMissing(i) ? expected.value(i) : bound.value(i))
            .toArray());
  }

  void table(Markup markup) {
    var course = picture.course();
    var periods = new Periods(picture.measure().rhythm().cadence());
    markup.open("table").open("thead").open("tr");
    IntStream.range(0, HEADS.length).forEach(i -> markup.element("th", HEADS[i], "scope", "col"));
    markup.close("tr").close("thead").open("tbody");
    for (int i = 0; i < course.periods().size(); i++) {
      markup.open("tr").element("th", periods.label(course.periods().get(i)), "scope", "row");
      cell(markup, course.observed(), i);
      cell(markup, course.expected(), i);
      cell(markup, course.lower(), i);
      cell(markup, course.upper(), i);
      markup.close("tr");
    }
    markup.close("tbody").close("table");
  }

  private static final String[] HEADS = {
    "Period", "Observed", "Expected without the change", "From", "To"
  };

  private void cell(Markup markup, Series series, int i) {
    var amounts = new Amounts(picture.measure());
    markup.element(
        "td", series.isMissing(i) ? "" : amounts.brief(series.value(i)), "class", "number");
  }
}
