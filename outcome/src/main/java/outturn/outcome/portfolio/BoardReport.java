package outturn.outcome.portfolio;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.objective.Objective;
import outturn.outcome.period.Dates;

/// The portfolio for a board, as Markdown: words first, then a line for each outcome, those that
/// need attention before the others.
public final class BoardReport {
  private BoardReport() {}

  public static String markdown(Portfolio portfolio) {
    var text = new ArrayList<String>();
    text.add("# Outcomes");
    text.add("");
    text.add(portfolio.sentence());
    text.add("");
    text.add(asOf(portfolio));
    var urgent =
        portfolio.lines().stream().filter(line -> !line.open().overdue().isEmpty()).toList();
    if (!urgent.isEmpty()) {
      text.add("");
      text.add("## What waits for somebody");
      text.add("");
      urgent.forEach(line ->
          text.add(
              "- **%s** (%s): %s."
                  .formatted(
                      plain(line.heading().title()),
                      plain(line.heading().owner()),
                      plain(String.join("; ", line.open().overdue())))));
    }
    if (!portfolio.lines().isEmpty()) {
      text.add("");
      text.addAll(outcomes(portfolio));
    }
    return String.join("\n", text) + "\n";
  }

  private static String asOf(Portfolio portfolio) {
    var known =
        portfolio
            .asOf()
            .map(at ->
                "As known on %s.".formatted(Dates.fully(at.atZone(ZoneOffset.UTC).toLocalDate())))
            .orElse("");
    return portfolio.behind() == 0
        ? known
        : "%s %d of the lines are being made anew.".formatted(known, portfolio.behind()).strip();
  }

  /// One table, or one for each objective that outcomes serve.
  private static List<String> outcomes(Portfolio portfolio) {
    var groups = portfolio.groups();
    var text = new ArrayList<String>();
    if (groups.isEmpty()) {
      text.add("## Outcome by outcome");
      text.add("");
      text.addAll(table(portfolio));
      return text;
    }
    text.add("## Objective by objective");
    for (var group : groups) {
      text.add("");
      text.add("### " + group.objective().map(each -> plain(each.title())).orElse("No objective"));
      text.add("");
      group.objective().map(BoardReport::aim).ifPresent(text::add);
      text.add(group.part().sentence());
      text.add("");
      text.addAll(table(group.part()));
    }
    return text;
  }

  /// `Of board, for 2026: a tenth fewer lost days.`
  private static String aim(Objective objective) {
    return "Of %s%s%s."
        .formatted(
            plain(objective.owner()),
            objective.period().map(each -> ", for " + plain(each)).orElse(""),
            objective.target().map(each -> ": " + plain(each)).orElse(""));
  }

  private static List<String> table(Portfolio portfolio) {
    var rows = new ArrayList<String>();
    rows.add("| outcome | stands | latest | target | chance | evidence | next review |");
    rows.add("| --- | --- | --- | --- | --- | --- | --- |");
    portfolio.lines().stream()
        .sorted(Comparator.comparingDouble(BoardReport::rank).thenComparing(Line::name))
        .map(BoardReport::row)
        .forEach(rows::add);
    return rows;
  }

  /// The least likely first; those without a chance last.
  private static double rank(Line line) {
    return line.chance().map(Chance::value).orElse(2.0);
  }

  private static String row(Line line) {
    var first = line.first();
    return List.of(
            plain(line.heading().sentence()),
            line.heading().step().map("step %s is open"::formatted).orElse("all steps passed"),
            first
                .flatMap(Line.First::latest)
                .map(latest -> "%s (%s)".formatted(latest.text(), trend(first)))
                .orElse("not observed yet"),
            first
                .flatMap(Line.First::target)
                .map(target -> "%s by %s".formatted(target.text(), Dates.by(target.by())))
                .orElse("none"),
            chance(line),
            line.evidence().map(Evidence::words).orElse("-"),
            line.open().reviews().next().map(Dates::fully).orElse("none"))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String trend(Optional<Line.First> first) {
    return first
        .map(Line.First::trend)
        .map(trend ->
            trend.letter().equals("-")
                ? "usual variation"
                : "%s %s".formatted(trend.letter(), trend.word()))
        .orElse("");
  }

  private static String chance(Line line) {
    return line.first()
        .flatMap(Line.First::reached)
        .map(reached -> reached ? "reached" : "missed")
        .or(() -> line.chance().map(Chance::words))
        .orElse("not known");
  }

  /// Nothing that people wrote is markup.
  private static String plain(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("<", "&lt;")
        .replace("\n", " ");
  }
}
