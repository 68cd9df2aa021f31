package outturn.http.page;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.outcome.period.Dates;
import outturn.outcome.portfolio.Chance;
import outturn.outcome.portfolio.Line;
import outturn.outcome.portfolio.Portfolio;
import outturn.outcome.portfolio.Trend;
import outturn.report.markup.Markup;
import outturn.runtime.portfolio.PortfolioWatch;

/// The page at `/portfolio`: all outcomes, words first, then a line each. It is the report for a
/// board when it is printed.
public final class PortfolioPage {
  private final PortfolioWatch watch;

  public PortfolioPage(PortfolioWatch watch) {
    this.watch = watch;
  }

  public Answer show(Call call) {
    call.allow();
    var portfolio = watch.now();
    var html = new Markup();
    Frame.open(html, "Outcomes");
    html.open("header").line().element("h1", "Outcomes").line();
    html.open("p", "class", "when").text(asOf(portfolio)).close("p").line();
    html.close("header").line().open("main").line();
    html.open("section").element("p", portfolio.sentence(), "class", "lead").line();
    if (!portfolio.lines().isEmpty()) table(html, portfolio.lines());
    html.open("p", "class", "by").open("a", "href", "/").text("All with their charts").close("a");
    html.text(" · ").open("a", "href", "/value-map").text("What leads to what").close("a");
    html.close("p").close("section").line().close("main").line();
    Frame.close(html);
    return Answer.text("text/html; charset=utf-8", html.toString());
  }

  private static String asOf(Portfolio portfolio) {
    var known =
        portfolio
            .asOf()
            .map(at -> "As known on " + Dates.fully(at.atZone(ZoneOffset.UTC).toLocalDate()))
            .orElse("");
    if (portfolio.behind() == 0) return known;
    return "%s; %d are being made anew".formatted(known, portfolio.behind());
  }

  private static void table(Markup html, List<Line> lines) {
    html.open("table", "class", "portfolio").line().open("thead").open("tr");
    Stream.of("Outcome", "Step", "Latest", "Trend", "Target", "Chance", "Evidence", "Next review")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").line().open("tbody").line();
    lines.forEach(line -> row(html, line));
    html.close("tbody").close("table").line();
  }

  private static void row(Markup html, Line line) {
    html.open("tr").open("th", "scope", "row");
    html.open("a", "href", "/#outcome-" + line.name()).text(line.heading().title()).close("a");
    html.element("span", line.heading().sentence(), "class", "sentence");
    line.worth().ifPresent(worth -> html.element("span", worth, "class", "when"));
    line.open().overdue().forEach(each -> html.element("span", each, "class", "overdue"));
    html.close("th");
    cell(html, "Step", line.heading().step().map(step -> step + " is open").orElse("all passed"));
    cell(
        html, "Latest", line.first().flatMap(Line.First::latest).map(Line.Latest::text).orElse(""));
    html.open("td", "data-name", "Trend");
    line.first().map(Line.First::trend).ifPresent(trend -> icon(html, trend));
    html.close("td");
    cell(html, "Target", target(line));
    cell(html, "Chance", chance(line));
    evidence(html, line);
    cell(html, "Next review", line.open().reviews().next().map(Dates::fully).orElse(""));
    html.close("tr").line();
  }

  private static void cell(Markup html, String name, String text) {
    html.element("td", text, "data-name", name);
  }

  private static void evidence(Markup html, Line line) {
    html.open("td", "data-name", "Evidence");
    line.evidence()
        .ifPresentOrElse(
            evidence ->
                html.element(
                    "a", evidence.words(), "href", "/outcomes/%s/statement".formatted(line.name())),
            () -> html.text("-"));
    html.close("td");
  }

  private static void icon(Markup html, Trend trend) {
    var told = trend.word().replace('-', ' ');
    html.open("span", "class", "trend " + trend.word(), "title", told);
    html.text(trend.letter()).close("span").text(" " + told);
  }

  private static String target(Line line) {
    return line.first()
        .flatMap(Line.First::target)
        .map(target -> "%s by %s".formatted(target.text(), Dates.by(target.by())))
        .orElse("");
  }

  private static String chance(Line line) {
    Optional<String> known =
        line.first().flatMap(Line.First::reached).map(reached -> reached ? "reached" : "missed");
    return known.or(() -> line.chance().map(Chance::words)).orElse("not known");
  }
}
