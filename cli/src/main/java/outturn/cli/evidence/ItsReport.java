package outturn.cli.evidence;

import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Estimate;

/// Tells an interrupted time series: its effects, and how far they can be believed.
final class ItsReport {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final ItsAnalysis analysis;

  ItsReport(Terminal terminal, ItsAnalysis analysis) {
    this.terminal = terminal;
    this.analysis = analysis;
  }

  /// @param name of the column
  void tell(String name, String intervention) {
    var timeline = analysis.timeline();
    var result = analysis.result();
    terminal.line(new Cell("Interrupted time series of " + name, Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s, one each %s: %d before %s and %d after; %s, method: %s."
            .formatted(
                Figures.count(result.grounds().n(), "value"),
                timeline.label(0),
                timeline.label(timeline.size() - 1),
                timeline.step(),
                result.periods().before(),
                intervention,
                result.periods().after(),
                multiplies() ? "effects multiply" : "effects add",
                result.grounds().method()),
        "");
    terminal.line("");
    effects().print(terminal, INDENT);
    terminal.line("");
    terminal.paragraph("The average effect by other models, and at dates without a change:", "");
    sensitivity().print(terminal, INDENT);
    terminal.paragraph(placebo(), INDENT);
    terminal.line("");
    new GroundsReport(terminal).tell(result.grounds());
  }

  private boolean multiplies() {
    return analysis.model().response().multiplies();
  }

  private Table effects() {
    var effects = analysis.result().effects();
    var scale = multiplies() ? ", logarithm" : "";
    var table = GroundsReport.estimates("EFFECT", analysis.model().reading().level());
    GroundsReport.row(table, "step" + scale, effects.step());
    effects.slope().ifPresent(each -> GroundsReport.row(table, "slope per period" + scale, each));
    effects
        .ratios()
        .ifPresent(ratios -> {
          GroundsReport.row(table, "step, ratio", ratios.step());
          ratios.slope().ifPresent(each -> GroundsReport.row(table, "slope, ratio", each));
          GroundsReport.row(table, "average, ratio", ratios.average());
        });
    GroundsReport.row(table, "average per period", effects.average());
    GroundsReport.row(table, "sum, if it is a flow", effects.cumulative());
    return table;
  }

  private Table sensitivity() {
    var table =
        new Table(
            Column.of("MODEL"),
            Column.ofNumbers(multiplies() ? "AVERAGE, LOGARITHM" : "AVERAGE"),
            Column.ofNumbers("LOWER"),
            Column.ofNumbers("UPPER"),
            Column.ofNumbers("P"),
            Column.flexible("WHY NOT"));
    for (var row : analysis.result().sensitivity()) {
      switch (row.average()) {
        case Answer.Found<Estimate>(var found) ->
            table.row(
                row.name(),
                GroundsReport.figure(found.value()),
                GroundsReport.figure(found.interval().lower()),
                GroundsReport.figure(found.interval().upper()),
                GroundsReport.p(found),
                "");
        case Answer.Refused<Estimate>(var why) ->
            table.row(row.name(), "none", "", "", "", why.text());
      }
    }
    return table;
  }

  private String placebo() {
    var placebo = analysis.result().placebo();
    return placebo.dates().isEmpty()
        ? "There are too few periods before to try fake dates."
        : "Of %s before the change %d declare an effect."
            .formatted(
                Figures.count(placebo.dates().size(), "fake date"), placebo.declared().size());
  }
}
