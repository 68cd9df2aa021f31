package outturn.cli.evidence.bsts;

import java.util.Locale;
import outturn.cli.evidence.ReportJson;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.its.Placebo;

/// Tells what a structural time series said, and how much to make of it.
final class BstsReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final BstsAnalysis analysis;

  BstsReport(Terminal terminal, BstsAnalysis analysis) {
    this.terminal = terminal;
    this.analysis = analysis;
  }

  /// @param name of the column
  void tell(String name) {
    var result = analysis.result();
    var grounds = result.grounds();
    terminal.line(new Cell("What changed in " + name, Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s, against a Bayesian structural time series; seed %d."
            .formatted(
                Figures.count(grounds.n(), "value"),
                analysis.label(0),
                analysis.label(analysis.used().length() - 1),
                grounds.seed().orElseThrow()),
        "");
    terminal.line("");
    effects().print(terminal, INDENT);
    terminal.line("");
    terminal.paragraph(
        String.format(
            Locale.ROOT,
            "Of the draws of what would have been, a share of %.2g is on the other side.",
            result.tail()),
        INDENT);
    result
        .inclusions()
        .forEach(each ->
            terminal.paragraph(
                "Control %s counts with probability %s."
                    .formatted(each.control(), Figures.brief(each.probability())),
                INDENT));
    analysis.placebo().ifPresent(placebo -> terminal.paragraph(told(placebo), INDENT));
    for (var each : grounds.assumptions()) {
      terminal.paragraph(
          "Assumed (%s): %s".formatted(ReportJson.word(each.state()), each.text()), INDENT);
    }
    for (var warning : grounds.warnings()) {
      terminal.paragraph(
          warning.text(), INDENT + terminal.painted(new Cell("!", Style.DOUBTFUL)) + " ");
    }
  }

  private Table effects() {
    var table =
        new Table(
            Column.of("EFFECT"),
            Column.ofNumbers("ESTIMATE"),
            Column.ofNumbers("ERROR"),
            Column.ofNumbers("LOWER 95 %"),
            Column.ofNumbers("UPPER 95 %"));
    row(table, "average", analysis.result().average());
    row(table, "cumulative", analysis.result().cumulative());
    row(table, "relative", analysis.result().relative());
    return table;
  }

  private static void row(Table table, String name, Estimate effect) {
    table.row(
        name,
        Figures.brief(effect.value()),
        Figures.brief(effect.standardError()),
        Figures.brief(effect.interval().lower()),
        Figures.brief(effect.interval().upper()));
  }

  private static String told(Placebo placebo) {
    return placebo.dates().isEmpty()
        ? "There are too few periods before to try fake dates, so do not believe it."
        : "Of %s before the change %d declare an effect%s."
            .formatted(
                Figures.count(placebo.dates().size(), "fake date"),
                placebo.declared().size(),
                placebo.fails() ? ", so do not believe it" : "");
  }
}
