package outturn.cli.evidence.synthetic;

import outturn.cli.evidence.GroundsReport;
import outturn.cli.terminal.Cell;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Figures;
import outturn.cli.terminal.Style;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;

/// Tells what a treated unit is beside its synthetic one, and how much to make of it.
final class TwinReport {
  private static final String INDENT = "  ";
  private static final int MOST_ROWS = 10;

  private final Terminal terminal;
  private final Study study;

  TwinReport(Terminal terminal, Study study) {
    this.terminal = terminal;
    this.study = study;
  }

  void tell(Twin twin) {
    var panel = study.panel();
    terminal.line(
        new Cell("What changed in %s in %s".formatted(study.value(), study.name()), Style.STRONG));
    terminal.paragraph(
        "%s from %s to %s; treated from %s on, %s; method: %s."
            .formatted(
                Figures.count(twin.grounds().n(), "value"),
                panel.label(0),
                panel.label(panel.periods() - 1),
                panel.label(study.start()),
                Figures.count(panel.controls().length, "donor"),
                twin.grounds().method()),
        "");
    terminal.line("");
    var table = GroundsReport.estimates("EFFECT", twin.effect().interval().level());
    GroundsReport.row(table, "average on the treated", twin.effect());
    table.print(terminal, INDENT);
    terminal.line("");
    donors(twin);
    twin.tell(terminal, study);
    new GroundsReport(terminal).tell(twin.grounds());
  }

  private void donors(Twin twin) {
    var table = new Table(Column.of("DONOR"), Column.ofNumbers("WEIGHT"));
    twin.weights().stream()
        .limit(MOST_ROWS)
        .forEach(each -> table.row(each.donor(), GroundsReport.percent(each.share())));
    table.print(terminal, INDENT);
    var more = twin.weights().size() - MOST_ROWS;
    if (more > 0) {
      terminal.line(INDENT + "and %s with less".formatted(Figures.count(more, "donor")));
    }
    terminal.line("");
  }
}
