package outturn.cli.outcome;

import java.util.List;
import java.util.Optional;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// Tells an outcome: what it is for, where it stands, what is meant to move it.
final class OutcomeReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;

  OutcomeReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void tell(Fields outcome) {
    var title = outcome.find("title").orElseGet(() -> outcome.text("name"));
    terminal.line(new Cell(title, Style.STRONG));
    terminal.paragraph(outcome.text("sentence"), "");
    terminal.line("");
    var statement = outcome.object("statement");
    new Facts()
        .add("who", statement.text("who"))
        .add("what", statement.text("what"))
        .add("so that", statement.text("soThat"))
        .add("objective", outcome.text("objective"))
        .add("owner", outcome.text("owner"))
        .add("project", outcome.text("project"))
        .add("as of", outcome.text("asOf"))
        .print(terminal);
    outcome.list("measures").forEach(this::measure);
    levers(outcome.list("levers"));
  }

  private void measure(Fields measure) {
    terminal.line("");
    terminal.line(
        new Cell(measure.find("title").orElseGet(() -> measure.text("measure")), Style.STRONG));
    numbers(measure).print(terminal);
    notes(measure.texts("signals"), "*", Style.BUSY);
    notes(measure.texts("warnings"), "!", Style.DOUBTFUL);
    new MeasureChart(measure)
        .drawing(terminal)
        .ifPresent(drawing -> {
          terminal.line("");
          drawing.lines().forEach(line -> terminal.line(INDENT + line));
        });
  }

  private static Facts numbers(Fields measure) {
    var position = new Position(measure);
    var unit = measure.find("unit").map(" "::concat).orElse("");
    var baseline = measure.object("baseline");
    var latest = measure.object("latest");
    var since = measure.object("since");
    return new Facts()
        .add(
            "before",
            told(position.before(), unit)
                .map(value ->
                    "%s, mean of %s from %s to %s"
                        .formatted(
                            value,
                            Figures.count(baseline.count("n"), "period"),
                            baseline.text("from"),
                            baseline.text("to")))
                .orElse(""))
        .add(
            "since",
            told(Position.figure(since, "mean"), unit)
                .map(value ->
                    "%s, mean of %s since %s (%s)"
                        .formatted(
                            value,
                            Figures.count(since.count("n"), "period"),
                            since.text("change"),
                            since.text("date")))
                .orElse(""))
        .add(
            "latest",
            told(position.latest(), unit)
                .map(value -> "%s, period of %s".formatted(value, latest.text("period")))
                .orElse("no value yet"))
        .add("planned", told(position.planned(), unit).orElse(""))
        .add("target", target(measure, unit));
  }

  private static String target(Fields measure, String unit) {
    var target = measure.object("target");
    var sustain = target.object("sustain");
    var held =
        sustain.has("periods")
            ? ", held in %s of %s periods".formatted(sustain.text("periods"), sustain.text("of"))
            : "";
    return told(new Position(measure).target(), unit)
        .map(value -> "%s by %s%s".formatted(value, target.text("by"), held))
        .orElse("");
  }

  private static Optional<String> told(String figure, String unit) {
    return figure.isEmpty() ? Optional.empty() : Optional.of(figure + unit);
  }

  private void notes(List<String> notes, String mark, Style style) {
    for (var note : notes) {
      terminal.paragraph(note, INDENT + terminal.painted(new Cell(mark, style)) + " ");
    }
  }

  private void levers(List<Fields> levers) {
    if (levers.isEmpty()) return;
    var table =
        new Table(
            Column.of("LEVER"),
            Column.of("ELEMENT"),
            Column.of("DATE"),
            Column.of("EFFECT"),
            Column.flexible("ON"),
            Column.flexible("OWNER"),
            Column.flexible("BECAUSE"));
    for (var lever : levers) {
      table.row(
          lever.text("name"),
          lever.text("element"),
          lever.text("date"),
          effect(lever.object("effect")),
          lever.text("moves"),
          lever.text("owner"),
          lever.text("because"));
    }
    terminal.line("");
    terminal.line(new Cell("What is meant to move it", Style.STRONG));
    table.print(terminal, INDENT);
  }

  /// `6 (2 to 9)`.
  private static String effect(Fields effect) {
    var likely = Position.figure(effect, "likely");
    if (likely.isEmpty()) return "";
    return "%s (%s to %s)"
        .formatted(likely, Position.figure(effect, "worst"), Position.figure(effect, "best"));
  }
}
