package outturn.cli.portfolio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Terminal;

/// Tells a value map: node by node what it leads to and why, then the findings.
final class ValueMapReport {
  private static final List<String> KINDS =
      List.of("lever", "output", "outcome", "benefit", "objective");

  private final Terminal terminal;
  private final Fields map;
  private final Map<String, String> titles;
  private final Map<String, List<Fields>> onward;

  ValueMapReport(Terminal terminal, Fields map) {
    this.terminal = terminal;
    this.map = map;
    this.titles =
        map.list("nodes").stream()
            .collect(Collectors.toMap(node -> node.text("id"), node -> node.text("title")));
    this.onward =
        map.list("edges").stream().collect(Collectors.groupingBy(edge -> edge.text("from")));
  }

  void tell() {
    terminal.paragraph(map.text("sentence"), "");
    for (var kind : KINDS) {
      var nodes =
          map.list("nodes").stream().filter(each -> each.text("kind").equals(kind)).toList();
      if (nodes.isEmpty()) continue;
      terminal.line("");
      terminal.line(new Cell(kind + (nodes.size() == 1 ? "" : "s"), Style.STRONG));
      nodes.forEach(this::node);
    }
    findings();
  }

  private void node(Fields node) {
    var known = node.object("known");
    var element = known.find("element").map(each -> " (" + each + ")").orElse("");
    var measured = known.isTrue("measured") ? "" : ", not measured";
    terminal.paragraph(node.text("title") + element + measured, "  ");
    for (var edge : onward.getOrDefault(node.text("id"), List.of())) {
      var to = titles.getOrDefault(edge.text("to"), edge.text("to"));
      var why = edge.text("sentence");
      terminal.paragraph(arrow() + to + (why.isEmpty() ? "" : ": " + why), "    ");
    }
  }

  private String arrow() {
    return terminal.can(Terminal.Ability.SIGNS) ? "→ " : "-> ";
  }

  private void findings() {
    if (map.list("findings").isEmpty()) return;
    terminal.line("");
    for (var finding : map.list("findings")) {
      var verdict = finding.text("verdict");
      var style = verdict.equals("fail") ? Style.BAD : Style.DOUBTFUL;
      var head = new Cell("%s %s".formatted(finding.text("id"), verdict), style);
      terminal.paragraph("%s: %s".formatted(terminal.painted(head), finding.text("text")), "");
      terminal.paragraph(finding.text("todo"), "  ");
    }
  }
}
