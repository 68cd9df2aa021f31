package outturn.cli.outcome;

import java.util.List;
import java.util.stream.Collectors;
import outturn.cli.client.Fields;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.cli.terminal.Times;

/// Tells what a change did to an outcome, and what is kept of it.
final class ImpactReport {
  private static final String INDENT = "  ";
  private static final int SHORT_HASH = 12;

  private final Terminal terminal;
  private final Times times;

  ImpactReport(Terminal terminal, Times times) {
    this.terminal = terminal;
    this.times = times;
  }

  void tell(Fields impact) {
    terminal.line(new Cell(impact.text("title"), Style.STRONG));
    var plan = impact.object("analysisPlan");
    impact.list("measures").forEach(measure -> measure(measure, plan));
  }

  private void measure(Fields measure, Fields plan) {
    terminal.line("");
    terminal.line(new Cell(measure.text("title"), Style.STRONG));
    if (!measure.has("finding")) {
      terminal.paragraph("No finding. " + measure.object("refusal").text("text"), INDENT);
      return;
    }
    var finding = measure.object("finding");
    var grade = finding.object("grade");
    terminal.paragraph(finding.text("sentence"), INDENT);
    terminal.line("");
    terminal.paragraph(
        "How sure: %s confidence: %s.".formatted(grade.text("confidence"), grade.text("reason")),
        INDENT);
    terminal.paragraph("%s: %s".formatted(plan.text("badge"), plan.text("reason")), INDENT);
    told(finding.text("rule"));
    told(finding.object("effect").text("words"));
    var checks = finding.object("checks");
    told(checks.object("placeboInTime").text("text"));
    told(checks.object("placeboInSpace").text("text"));
    rivals(checks.list("rivals"));
    for (var warning : checks.texts("warnings")) {
      terminal.paragraph(warning, INDENT + terminal.painted(new Cell("!", Style.DOUBTFUL)) + " ");
    }
    terminal.paragraph("Worth: " + worth(finding.object("worth")), INDENT);
    terminal.line("");
    sensitivity(finding.object("effect"), checks.list("sensitivity"));
    terminal.line(
        INDENT
            + "data up to %s, snapshot %s, seed %s"
                .formatted(
                    finding.text("readTo"),
                    brief(finding.text("snapshotHash")),
                    finding.text("seed")));
  }

  /// A sentence that may be missing.
  private void told(String sentence) {
    if (!sentence.isEmpty()) terminal.paragraph(sentence, INDENT);
  }

  /// The amount, where there is one, before what is said about it, which tells the year of its
  /// prices.
  private static String worth(Fields worth) {
    if (!worth.has("p50")) return worth.text("text");
    return "%s %s to %s a year (8 in 10 range; best estimate %s). %s"
        .formatted(
            worth.text("currency"),
            amount(worth, "p10"),
            amount(worth, "p90"),
            amount(worth, "p50"),
            worth.text("text"))
        .strip();
  }

  private static String amount(Fields worth, String name) {
    return worth.number(name).map(Figures::rounded).orElse("?");
  }

  private void rivals(List<Fields> rivals) {
    if (rivals.isEmpty()) return;
    var told =
        rivals.stream()
            .map(each -> "%s on %s".formatted(each.text("title"), each.text("date")))
            .collect(Collectors.joining(", "));
    terminal.paragraph("At about the same time: %s.".formatted(told), INDENT);
  }

  /// How much the choice of the method matters.
  private void sensitivity(Fields effect, List<Fields> others) {
    var table =
        new Table(
            Column.of("ANALYSED"),
            Column.ofNumbers("EFFECT"),
            Column.ofNumbers("FROM"),
            Column.ofNumbers("TO"));
    row(table, "as planned", effect);
    for (var other : others) {
      if (other.has("effect")) row(table, other.text("words"), other.object("effect"));
      else table.row(other.text("words"), "-", "-", "-");
    }
    table.print(terminal, INDENT);
  }

  private static void row(Table table, String words, Fields effect) {
    table.row(
        words,
        Position.figure(effect, "estimate"),
        Position.figure(effect, "lower"),
        Position.figure(effect, "upper"));
  }

  void tellKept(Fields evidence) {
    var items = evidence.list("items");
    terminal.line("");
    if (items.isEmpty()) {
      terminal.line("Nothing is kept yet: the analysis runs on its review date.");
      return;
    }
    terminal.line(Figures.count(items.size(), "version") + " of evidence kept, newest first");
    items.forEach(this::kept);
  }

  private void kept(Fields item) {
    var reason = item.text("reason");
    terminal.line(
        INDENT
            + "%s for the review of %s, %s, hash %s, %s by %s%s"
                .formatted(
                    item.text("version"),
                    item.text("review"),
                    item.text("badge"),
                    brief(item.text("hash")),
                    item.instant("at").map(times::at).orElse(""),
                    item.text("by"),
                    reason.isEmpty() ? "" : ": " + reason));
    var signatures = item.list("signatures");
    if (signatures.isEmpty()) terminal.line(INDENT.repeat(2) + "not signed yet");
    for (var each : signatures) {
      var comment = each.text("comment");
      terminal.line(
          INDENT.repeat(2)
              + "signed as %s by %s, %s%s"
                  .formatted(
                      each.text("as"),
                      each.text("who"),
                      each.instant("at").map(times::at).orElse(""),
                      comment.isEmpty() ? "" : ": " + comment));
    }
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }
}
