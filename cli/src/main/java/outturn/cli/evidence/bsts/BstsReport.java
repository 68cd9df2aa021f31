package outturn.cli.evidence.bsts;

import java.util.Locale;
import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
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
        "%s from %s to %s, against a Bayesian structural time series%s."
            .formatted(
                Figures.count(grounds.n(), "value"),
                analysis.label(0),
                analysis.label(analysis.used().length() - 1),
                analysis.model().season() > 1
                    ? " with a season of %d".formatted(analysis.model().season())
                    : ""),
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
    terminal.line("");
    new GroundsReport(terminal).tell(grounds);
  }

  private Table effects() {
    var table = GroundsReport.estimates("EFFECT", analysis.result().average().interval().level());
    GroundsReport.row(table, "average", analysis.result().average());
    GroundsReport.row(table, "cumulative", analysis.result().cumulative());
    GroundsReport.row(table, "relative", analysis.result().relative());
    return table;
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
