package outturn.cli.outcome;

import java.util.List;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;

/// Tells the gates of an outcome.
final class GateReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final Shown shown;

  GateReport(Terminal terminal, Shown shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /// Which checks are told.
  enum Shown {
    ALL,
    /// What fails or warns.
    OPEN
  }

  void tell(Fields outcome) {
    terminal.line(new Cell(outcome.text("title"), Style.STRONG));
    terminal.paragraph(outcome.text("statement"), "");
    terminal.paragraph(outcome.text("sentence"), "");
    outcome.list("steps").forEach(this::step);
    questions(outcome.list("questions"));
  }

  private void questions(List<Fields> questions) {
    if (questions.isEmpty()) return;
    terminal.line("");
    terminal.line(new Cell("asked of what was observed", Style.DOUBTFUL));
    for (var question : questions) {
      terminal.paragraph(
          "%s: %s".formatted(question.text("measure"), question.text("text")), INDENT);
      terminal.paragraph(
          "Answer: outturn change add NAME … --explains %1$s=%2$s, or outturn change explain %1$s %2$s --not-known"
              .formatted(question.text("measure"), question.text("period")),
          INDENT.repeat(2));
    }
  }

  private void step(Fields step) {
    var checks = step.list("checks");
    boolean passed = step.text("passed").equals("true");
    terminal.line("");
    terminal.line(
        new Cell(
            "%s: %s (%s)"
                .formatted(step.text("step"), passed ? "passed" : "not passed", told(checks)),
            passed ? Style.GOOD : Style.BAD));
    for (var check : checks) {
      if (shown == Shown.OPEN && check.text("verdict").equals("pass")) continue;
      check(check);
    }
  }

  private static String told(List<Fields> checks) {
    long failed = count(checks, "fail");
    long warned = count(checks, "warn");
    return "%s, %d failed, %s"
        .formatted(Figures.count(checks.size(), "check"), failed, Figures.count(warned, "warning"));
  }

  private static long count(List<Fields> checks, String verdict) {
    return checks.stream().filter(each -> each.text("verdict").equals(verdict)).count();
  }

  private void check(Fields check) {
    var verdict = check.text("verdict");
    var head = new Cell("%s %s".formatted(check.text("id"), verdict), style(verdict));
    terminal.paragraph("%s: %s".formatted(terminal.painted(head), check.text("text")), INDENT);
    if (!check.text("todo").isEmpty()) {
      terminal.paragraph(check.text("todo"), INDENT.repeat(2));
    }
  }

  static Style style(String verdict) {
    return switch (verdict) {
      case "pass" -> Style.GOOD;
      case "warn" -> Style.DOUBTFUL;
      default -> Style.BAD;
    };
  }
}
