package outturn.cli.statement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import outturn.cli.client.Json;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Facts;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.outcome.statement.Advice;
import outturn.outcome.statement.Finding;
import outturn.outcome.statement.Severity;
import tools.jackson.databind.node.ObjectNode;

/// Tells the advice on statements.
final class StatementReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;

  StatementReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /// One statement: what it tells, its parts, and what to do.
  void tell(Advice advice) {
    terminal.paragraph(advice.statement(), "");
    terminal.line(
        switch (advice.kind()) {
          case OUTCOME -> new Cell("An outcome: it says what changes for whom.", Style.GOOD);
          case OUTPUT -> new Cell("Not an outcome yet.", Style.BAD);
        });
    terminal.line("");
    var slots = advice.slots();
    new Facts()
        .add("who", slots.who())
        .add("what changes", slots.change())
        .add("from", slots.from())
        .add("to", slots.to())
        .add("by", slots.by())
        .add("so that", slots.soThat())
        .print(terminal);
    if (!advice.findings().isEmpty()) terminal.line("");
    for (var finding : advice.findings()) {
      var head = new Cell("%s %s".formatted(finding.rule(), word(finding)), style(finding));
      terminal.paragraph("%s: it %s".formatted(terminal.painted(head), finding.text()), INDENT);
      terminal.paragraph(finding.hint(), INDENT.repeat(2));
    }
  }

  /// Many statements as a table.
  void list(List<Advice> advice) {
    var table =
        new Table(
            Column.of("KIND"),
            Column.of("ERRORS"),
            Column.of("WARNINGS"),
            Column.flexible("STATEMENT"));
    for (var each : advice) {
      table.row(
          word(each.kind()),
          rules(each, Severity.ERROR),
          rules(each, Severity.WARN),
          each.statement().strip());
    }
    table.print(terminal);
    var outcomes = advice.stream().filter(each -> each.kind() == Advice.Kind.OUTCOME).count();
    terminal.line("");
    terminal.line("%d of %d tell an outcome".formatted(outcomes, advice.size()));
  }

  static ObjectNode json(Advice advice) {
    var node = Json.object();
    node.put("statement", advice.statement()).put("kind", word(advice.kind()));
    var slots = advice.slots();
    node.putObject("slots")
        .put("who", slots.who())
        .put("change", slots.change())
        .put("from", slots.from())
        .put("to", slots.to())
        .put("by", slots.by())
        .put("soThat", slots.soThat());
    var findings = node.putArray("findings");
    for (var finding : advice.findings()) {
      findings
          .addObject()
          .put("rule", finding.rule())
          .put("severity", word(finding))
          .put("text", finding.text())
          .put("hint", finding.hint());
    }
    return node;
  }

  private static String rules(Advice advice, Severity severity) {
    return advice.findings().stream()
        .filter(finding -> finding.severity() == severity)
        .map(Finding::rule)
        .collect(Collectors.joining(" "));
  }

  private static String word(Advice.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static Style style(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> Style.BAD;
      case WARN -> Style.DOUBTFUL;
      case INFO -> Style.FAINT;
    };
  }
}
