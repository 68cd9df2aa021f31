package outturn.http.page;

import outturn.http.outcome.StatementFiles;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.onepage.OnePage;
import outturn.report.markup.Markup;
import outturn.report.onepage.StatementMarkup;
import outturn.runtime.impact.OnePages;
import outturn.runtime.project.InForce;

/// The page at `/outcomes/{name}/statement`: the impact statement of an outcome, on one page A4
/// when it is printed.
public final class StatementPage {
  private final OnePages pages;
  private final InForce inForce;

  public StatementPage(OnePages pages, InForce inForce) {
    this.pages = pages;
    this.inForce = inForce;
  }

  public Answer show(Call call) {
    call.allow("asOf");
    var page = StatementFiles.find(pages, inForce, call);
    var asOf = call.query("asOf").map(time -> "?asOf=" + time).orElse("");
    return Answer.text("text/html; charset=utf-8", html(page, asOf));
  }

  /// @param query of the links to the files; empty for none
  static String html(OnePage page, String query) {
    var html = new Markup();
    Frame.open(html, "Impact statement: " + page.title());
    html.open("header", "class", "slim").line();
    html.open("p").open("a", "href", "/").text("Outturn").close("a").text("Impact statement");
    html.close("p").line();
    html.open("p", "class", "when");
    var address = "/outcomes/%s/statement".formatted(page.name());
    html.element("a", "PDF", "href", address + ".pdf" + query).text(" ");
    html.element("a", "Picture", "href", address + ".png" + query).close("p").line();
    html.close("header").line();
    html.open("main").line().markup(StatementMarkup.ofPage(page)).close("main").line();
    Frame.close(html);
    return html.toString();
  }
}
