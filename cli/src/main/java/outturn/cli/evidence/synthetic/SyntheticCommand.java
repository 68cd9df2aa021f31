package outturn.cli.evidence.synthetic;

import outturn.charts.comparison.SyntheticPaths;
import outturn.charts.control.Caption;
import outturn.charts.svg.Size;
import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.evidence.EvidenceCommand;
import outturn.cli.evidence.panel.PanelColumns;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence synthetic`: what changed in a unit, compared with a weighted mean of others.
@Command(
    name = "synthetic",
    description = {
      "Say what changed in a treated unit, against a weighted mean of others that went like it"
          + " before: its synthetic control.",
      "The file has a row for each unit and period. Beside the effect stand the same with each donor"
          + " in the place of the treated unit, without each donor, and at fake starts."
    },
    footer = {
      "  outturn evidence synthetic sites.csv --unit site --time month --value calls --treated Leeds"
          + " --from 2026-03",
      "  outturn evidence synthetic sites.csv --unit site --time month --value calls --treated"
          + " Leeds,York --from 2026-03 --method sdid --seed 7 --json",
      "  outturn evidence synthetic prop99.csv --unit State --time Year --value PacksPerCapita"
          + " --treated California --from 1989 --svg california.svg"
    })
public final class SyntheticCommand extends EvidenceCommand {
  @Mixin private final PanelColumns columns = new PanelColumns();
  @Mixin private final SyntheticSettings settings = new SyntheticSettings();

  public SyntheticCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var rows = columns.rows(data);
    var panel = found(settings.panel(rows), data);
    var twin = found(settings.twin(panel), data);
    var study = new Study(rows.timeline(), panel, columns.name());
    show(() -> twin.json(study), () -> new TwinReport(terminal, study).tell(twin));
    draw(() -> chart(study, twin).draw(Size.WIDE));
  }

  private SyntheticPaths chart(Study study, Twin twin) {
    var each = "one value each %s".formatted(study.timeline().step());
    return new SyntheticPaths(
        new Caption(
            "%s in %s".formatted(study.value(), study.name()),
            "Against a weighted mean of others, %s.".formatted(each)),
        "%s, %s".formatted(study.value(), each),
        study.timeline().starts(),
        new SyntheticPaths.Pair(study.name(), study.path(), twin.path()),
        study.start());
  }
}
