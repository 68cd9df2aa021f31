package outturn.cli.evidence.did;

import outturn.charts.comparison.EventStudy;
import outturn.charts.control.Caption;
import outturn.charts.svg.Size;
import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.evidence.EvidenceCommand;
import outturn.cli.evidence.panel.PanelColumns;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence did`: what changed in treated units, compared with others.
@Command(
    name = "did",
    description = {
      "Say what changed in treated units by a difference in differences: after less before, of"
          + " treated less controls.",
      "The file has a row for each unit and period. Units that start at different times are compared"
          + " with those that are not yet treated."
    },
    footer = {
      "  outturn evidence did sites.csv --unit site --time month --value calls --treated Leeds,York"
          + " --from 2026-03",
      "  outturn evidence did sites.csv --unit site --time month --value calls --start golive --svg"
          + " calls.svg",
      "  outturn evidence did sites.csv --unit site --time month --value calls --start golive"
          + " --draws 4999 --seed 7 --json"
    })
public final class DidCommand extends EvidenceCommand {
  @Mixin private final PanelColumns columns = new PanelColumns();
  @Mixin private final DidSettings settings = new DidSettings();

  public DidCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var rows = columns.rows(data);
    var panel = found(rows.panel(settings.starts(rows)), data);
    var analysis = found(DidAnalysis.of(rows.timeline(), panel, settings.resampling()), data);
    show(() -> DidJson.of(analysis), () -> new DidReport(terminal, analysis).tell(columns.name()));
    draw(() -> chart(analysis).draw(Size.WIDE));
  }

  private EventStudy chart(DidAnalysis analysis) {
    var points =
        analysis.result().events().stream()
            .map(each ->
                new EventStudy.Point(
                    each.sinceStart(),
                    each.estimate().value(),
                    each.estimate().interval().lower(),
                    each.estimate().interval().upper()))
            .toList();
    var caption =
        new Caption(
            columns.name(),
            "Difference of treated and controls, one value each %s, less that of the last period"
                    .formatted(analysis.timeline().step())
                + " before the start.");
    return new EventStudy(
        caption,
        "%s, less the last period before".formatted(columns.name()),
        analysis.resampling().level(),
        points);
  }
}
