package outturn.report.onepage;

import outturn.outcome.onepage.Line;
import outturn.outcome.onepage.OnePage;
import outturn.outcome.onepage.Part;
import outturn.outcome.onepage.Section;
import outturn.report.markup.Markup;

/// The markup of a statement, the same for screen and paper: an `article` with a `section` for each
/// part.
public final class StatementMarkup {
  private static final String TABLE = "The values of the chart";

  private StatementMarkup() {}

  /// For a web page: the chart in two widths, with a table of its values.
  public static String ofPage(OnePage page) {
    return article(
        page,
        page.picture().map(CourseChart::new).map(StatementMarkup::charts).orElse(""),
        page.picture().map(CourseChart::new).map(StatementMarkup::table).orElse(""));
  }

  private static String charts(CourseChart course) {
    return new Markup()
        .open("div", "class", "wide")
        .markup(course.draw(CourseChart.SCREEN).inline())
        .close("div")
        .open("div", "class", "narrow")
        .markup(course.draw(CourseChart.PHONE).inline())
        .close("div")
        .toString();
  }

  private static String table(CourseChart course) {
    var markup = new Markup().open("details").element("summary", TABLE);
    course.table(markup);
    return markup.close("details").toString();
  }

  /// @param chart markup; empty without one
  /// @param below markup that follows the caption of the chart
  static String article(OnePage page, String chart, String below) {
    var markup = new Markup();
    markup.open("article", "class", "statement " + Density.of(page).word());
    markup.element("h1", page.title());
    for (var section : page.sections()) section(markup, section, chart, below);
    return markup.close("article").toString();
  }

  private static void section(Markup markup, Section section, String chart, String below) {
    boolean isDrawn = section.part() == Part.CHART && !chart.isEmpty();
    markup.open("section", "class", "part " + (isDrawn ? "drawn" : section.part().word()));
    markup.element("h2", section.part().title());
    markup.open("div", "class", "told");
    if (isDrawn) {
      markup.open("figure").markup(chart);
      section.lines().forEach(line -> markup.element("figcaption", line.text()));
      markup.markup(below).close("figure");
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
