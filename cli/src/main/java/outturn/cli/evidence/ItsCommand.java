package outturn.cli.evidence;

import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.terminal.Terminal;
import outturn.evidence.its.Its;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence its`: what an intervention changed in a column.
@Command(
    name = "its",
    description = {
      "Analyse an interrupted time series: what the level, or the slope, of a column did at a change.",
      "The errors allow for values that resemble the ones before; beside the effects stand fake"
          + " dates and other models."
    },
    footer = {
      "  outturn evidence its seatbelts.csv --date month --value drivers --intervention 1983-02"
          + " --log --harmonics 2",
      "  outturn evidence its visits.csv --date week --value visits --intervention 2026-W20 --slope"
          + " --transition 2",
      "  outturn evidence its calls.csv --date month --value calls --intervention 2025-04"
          + " --family quasipoisson --exposure customers --json --svg calls.svg"
    })
final class ItsCommand extends EvidenceCommand {
  @Mixin private final SeriesColumns columns = new SeriesColumns();
  @Mixin private final ItsSettings settings = new ItsSettings();

  ItsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var timeline = columns.timeline(data);
    var series = columns.series(data);
    var model = settings.model(data, timeline);
    var analysis =
        new ItsAnalysis(timeline, series, model, found(Its.analyse(series, model), data));
    show(
        () -> ItsJson.of(analysis),
        () -> new ItsReport(terminal, analysis).tell(columns.name(), settings.intervention()));
    draw(() -> analysis.chart(columns.name()));
  }
}
