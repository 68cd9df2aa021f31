package outturn.cli.evidence.forecast;

import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.evidence.EvidenceCommand;
import outturn.cli.evidence.SeriesColumns;
import outturn.cli.terminal.Terminal;
import outturn.evidence.forecast.Forecasts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence forecast`: what comes if what was goes on.
@Command(
    name = "forecast",
    description = {
      "Forecast a column from its own past, with intervals from what such forecasts missed before.",
      "With a target, say the chance that the last period reaches it. Plans are not looked at."
    },
    footer = {
      "  outturn evidence forecast visits.csv --date month --value visits --horizon 6",
      "  outturn evidence forecast calls.csv --date week --value calls --horizon 12 --target 800"
          + " --better lower --svg calls.svg",
      "  outturn evidence forecast visits.csv --value visits --horizon 3 --season 12 --method theta"
          + " --level 0.8 --json"
    })
public final class ForecastCommand extends EvidenceCommand {
  @Mixin private final SeriesColumns columns = new SeriesColumns();
  @Mixin private final ForecastSettings settings = new ForecastSettings();
  @Mixin private final AimSettings aims = new AimSettings();

  public ForecastCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var aim = aims.aim();
    var timeline = columns.timeline(data);
    var series = columns.series(data);
    var options = settings.options(timeline.step());
    var forecast = found(Forecasts.of(series, options), data);
    var ahead = timeline.ahead(options.horizon());
    var analysis = new ForecastAnalysis(timeline, ahead, series, options, forecast, aim);
    show(
        () -> ForecastJson.of(analysis),
        () -> new ForecastReport(terminal, analysis).tell(columns.name()));
    draw(() -> ForecastPicture.of(analysis, columns.name()));
  }
}
