package outturn.cli.evidence.changepoint;

import outturn.cli.command.Environment;
import outturn.cli.csv.CsvFile;
import outturn.cli.evidence.EvidenceCommand;
import outturn.cli.evidence.SeriesColumns;
import outturn.cli.terminal.Terminal;
import outturn.evidence.changepoint.LevelChanges;
import outturn.evidence.changepoint.RegressionBreaks;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `outturn evidence changepoint`: where a column may have changed.
@Command(
    name = "changepoint",
    description = {
      "Ask where a column may have changed without anyone saying so, and what happened there.",
      "A change is a question to those who were there. It claims nothing: noise raises such questions"
          + " too, and docs/evidence.md says how often."
    },
    footer = {
      "  outturn evidence changepoint visits.csv --date week --value visits",
      "  outturn evidence changepoint nile.csv --date year --value volume --method regression"
          + " --svg nile.svg",
      "  outturn evidence changepoint seatbelts.csv --date year,month --value drivers --log"
          + " --method regression --lags 1,12 --minimum 0.1 --json"
    })
public final class ChangePointCommand extends EvidenceCommand {
  @Mixin private final SeriesColumns columns = new SeriesColumns();
  @Mixin private final ChangePointSettings settings = new ChangePointSettings();

  public ChangePointCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run(CsvFile data) {
    var timeline = columns.timeline(data);
    var series = columns.series(data);
    var analysed = settings.isLogarithmic() ? found(logarithms(series), data) : series;
    var answer =
        switch (settings.method()) {
          case PELT ->
              new ChangePointAnalysis.Answer.Levels(
                  found(LevelChanges.analyse(analysed, settings.partitioning()), data));
          case REGRESSION ->
              new ChangePointAnalysis.Answer.Breaks(
                  found(RegressionBreaks.analyse(analysed, settings.model()), data),
                  settings.model().level());
        };
    var analysis = new ChangePointAnalysis(timeline, series, settings.isLogarithmic(), answer);
    show(
        () -> ChangePointJson.of(analysis),
        () -> new ChangePointReport(terminal, analysis).tell(columns.name()));
    draw(() -> analysis.chart(columns.name()));
  }

  private static Answer<Series> logarithms(Series series) {
    return series.valid().allMatch(value -> value > 0)
        ? Answer.found(series.map(Math::log))
        : Answer.refused(
            Reason.OUT_OF_RANGE,
            "Expected positive values for --log, found %s; leave --log out."
                .formatted(series.valid().min().orElse(0)));
  }
}
