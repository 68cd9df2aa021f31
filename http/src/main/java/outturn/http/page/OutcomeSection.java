package outturn.http.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import outturn.charts.svg.Size;
import outturn.definition.outcome.Lever;
import outturn.http.outcome.PositionChart;
import outturn.outcome.amount.Amounts;
import outturn.outcome.period.Dates;
import outturn.outcome.position.LeverStart;
import outturn.outcome.position.OutcomePosition;
import outturn.outcome.position.Position;
import outturn.outcome.shift.Shift;
import outturn.outcome.words.OutcomeSentences;
import outturn.outcome.words.PositionSentences;
import outturn.report.markup.Markup;
import outturn.runtime.change.Questions;
import outturn.runtime.project.InForce;

/// An outcome on the page: what it is to be, where it stands, and what is done for it.
final class OutcomeSection {
  private static final Size WIDE = new Size(880, 330);
  private static final Size NARROW = new Size(340, 260);
  private static final int MOST_NOTES = 3;
  private static final int MOST_EXCLUDED = 12;

  private final Markup html;
  private final Questions.Known known;

  OutcomeSection(Markup html, Questions.Known known) {
    this.html = html;
    this.known = known;
  }

  /// @param step where it stands, in one line
  void write(InForce.Entry<OutcomePosition> entry, String step) {
    var outcome = entry.value().outcome();
    html.open("section", "class", "outcome", "id", "outcome-" + entry.name()).line();
    html.element("h2", outcome.about().title()).line();
    html.element("p", OutcomeSentences.statement(entry.value()), "class", "lead").line();
    html.element("p", step, "class", "step").line();
    for (var position : entry.value().measures()) measure(entry.value(), position);
    if (entry.value().measures().isEmpty()) {
      html.element("p", "None of its measures is in force.", "class", "empty").line();
    }
    levers(entry.value());
    html.open("p", "class", "by").text("Accountable: ").text(outcome.about().owner());
    outcome.about().objective().ifPresent(objective -> html.text(". Objective: ").text(objective));
    html.text(". ");
    html.element("a", "Impact statement", "href", "/outcomes/%s/statement".formatted(entry.name()));
    html.close("p").line();
    html.close("section").line();
  }

  private void measure(OutcomePosition outcome, Position position) {
    boolean several = outcome.measures().size() > 1;
    if (several) html.element("h3", position.measure().about().title()).line();
    figures(position);
    html.element("p", PositionSentences.of(position)).line();
    chart(position);
    excluded(position);
    notes("Signals", position.signals());
    notes("What happened here?", asked(outcome, position));
    notes("To bear in mind", position.warnings());
  }

  private List<String> asked(OutcomePosition outcome, Position position) {
    return known.of(outcome, position).stream()
        .filter(Shift::isAsked)
        .map(Shift::question)
        .toList();
  }

  private void figures(Position position) {
    var amounts = new Amounts(position.measure());
    var standing = position.standing();
    html.open("dl", "class", "figures").line();
    standing
        .baseline()
        .ifPresent(before ->
            figure(
                "Before",
                amounts.brief(before.mean()),
                "%s to %s".formatted(Dates.month(before.from()), Dates.month(before.to()))));
    standing
        .since()
        .ifPresent(since ->
            figure(
                "Since " + since.change().title(),
                amounts.brief(since.mean()),
                "from %s".formatted(Dates.month(since.from()))));
    standing
        .latest()
        .ifPresent(latest ->
            figure("Latest", amounts.brief(latest.value()), Dates.shortly(latest.period())));
    position
        .goal()
        .target()
        .ifPresent(target ->
            figure("Target", amounts.brief(target.value()), "by " + Dates.by(target.by())));
    html.close("dl").line();
  }

  private void figure(String name, String value, String when) {
    html.open("div").element("dt", name).element("dd", value, "class", "value");
    html.element("dd", when, "class", "when").close("div").line();
  }

  private void chart(Position position) {
    var wide = PositionChart.of(position, WIDE);
    var narrow = PositionChart.of(position, NARROW);
    if (wide.isEmpty() || narrow.isEmpty()) {
      html.open("p", "class", "empty").text("Values come from the measure's source, or by hand: ");
      html.element("code", "outturn observe %s PERIOD VALUE".formatted(position.measure().name()));
      html.close("p").line();
      return;
    }
    html.open("figure").line();
    html.open("div", "class", "wide").markup(wide.get().inline()).close("div").line();
    html.open("div", "class", "narrow").markup(narrow.get().inline()).close("div").line();
    html.open("figcaption").text(position.measure().about().title());
    position.measure().about().question().ifPresent(each -> html.text(". ").text(each));
    html.close("figcaption").close("figure").line();
  }

  /// The twin of the hollow points, for those who do not see the chart.
  private void excluded(Position position) {
    var all = position.quality().excluded();
    if (all.isEmpty()) return;
    var amounts = new Amounts(position.measure());
    html.open("details", "class", "excluded").element("summary", counted(all.size())).line();
    html.open("table").line().open("thead").open("tr");
    Stream.of("Period", "Value", "Why it does not count")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").line().open("tbody").line();
    for (var each : all.reversed().stream().limit(MOST_EXCLUDED).toList()) {
      html.open("tr")
          .element("th", position.quality().periods().label(each.period()), "scope", "row");
      html.element("td", amounts.brief(each.value()), "class", "number");
      html.element("td", each.why()).close("tr").line();
    }
    html.close("tbody").close("table").line();
    int more = all.size() - MOST_EXCLUDED;
    if (more > 0) html.element("p", "and %d older".formatted(more), "class", "more");
    html.close("details").line();
  }

  private static String counted(int values) {
    return values == 1
        ? "1 value is not counted (hollow in the chart)"
        : "%d values are not counted (hollow in the chart)".formatted(values);
  }

  private void notes(String title, List<String> notes) {
    if (notes.isEmpty()) return;
    html.open("div", "class", "notes").element("h4", title).open("ul").line();
    notes.stream().limit(MOST_NOTES).forEach(note -> html.element("li", note).line());
    int more = notes.size() - MOST_NOTES;
    if (more > 0) html.element("li", "and %d more".formatted(more), "class", "more");
    html.close("ul").close("div").line();
  }

  private void levers(OutcomePosition position) {
    if (position.levers().isEmpty()) return;
    html.element("h3", "What is done for it").line();
    html.open("table", "class", "levers").line();
    html.open("thead").open("tr");
    Stream.of("Lever", "Element", "From", "Expected effect")
        .forEach(name -> html.element("th", name, "scope", "col"));
    html.close("tr").close("thead").line().open("tbody").line();
    for (var lever : position.levers()) lever(position, lever);
    html.close("tbody").close("table").line();
  }

  private void lever(OutcomePosition position, LeverStart start) {
    var lever = start.lever();
    var effect =
        position.measures().stream()
            .filter(each -> each.measure().name().equals(lever.moves()))
            .findFirst()
            .map(each -> effect(new Amounts(each.measure()), lever.effect()))
            .orElse("");
    html.open("tr").element("th", lever.about().title(), "scope", "row");
    html.element("td", lever.about().element().name().toLowerCase(Locale.ROOT));
    html.element("td", start.date().map(Dates::shortly).orElse("no date yet"), "class", "when");
    html.element("td", effect, "class", "number").close("tr").line();
  }

  private static String effect(Amounts amounts, Lever.Effect effect) {
    return "%s (%s to %s)"
        .formatted(
            amounts.change(effect.likely()),
            amounts.change(effect.worst()),
            amounts.change(effect.best()));
  }
}
