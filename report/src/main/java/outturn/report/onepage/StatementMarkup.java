package outturn.report.onepage;

import outturn.outcome.onepage.Line;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.Part;
import outturn.outcome.onepage.Section;

/// The markup of a statement, the same for screen and paper: an `article` with a `section` for each
/// part.
public final class StatementMarkup {
  private static final String TABLE = "The values of the chart";

  private StatementMarkup() {}

  /// For a web page: the chart in two widths, with a table of its values.
  public static String ofPage(OnePage page) {
    var chart = new Markup();
    page.picture()
        .ifPresent(picture -> {
          var course = new CourseChart(picture);
          chart
              .open("div", "class", "wide")
              .markup(course.draw(CourseChart.SCREEN).inline())
              .close("div");
          chart
              .open("div", "class", "narrow")
              .markup(course.draw(CourseChart.PHONE).inline())
              .close("div");
          chart.open("details").element("summary", TABLE);
          course.table(chart);
          chart.close("details");
        });
    return article(page, chart.toString());
  }

  /// @param chart markup; empty without one
  static String article(OnePage page, String chart) {
    var markup = new Markup();
    markup.open("article", "class", "statement");
    markup.element("h1", page.title());
    for (var section : page.sections()) section(markup, section, chart);
    return markup.close("article").toString();
  }

  private static void section(Markup markup, Section section, String chart) {
    boolean isDrawn = section.part() == Part.CHART && !chart.isEmpty();
    markup.open("section", "class", "part " + (isDrawn ? "drawn" : section.part().word()));
    markup.element("h2", section.part().title());
    markup.open("div", "class", "told");
    if (isDrawn) {
      markup.open("figure").markup(chart);
      section.lines().forEach(line -> markup.element("figcaption", line.text()));
      markup.close("figure");
    } else {
      section.lines().forEach(line -> line(markup, line));
    }
    markup.close("div").close("section");
  }

  private static void line(Markup markup, Line line) {
    markup.open("p");
    if (!line.label().isEmpty()) markup.element("b", line.label()).text(" ");
    markup.open("span").text(line.text()).close("span").close("p");
  }
}
