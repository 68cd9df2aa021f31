package outturn.cli.evidence.survey;

import java.util.List;
import outturn.cli.command.Environment;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.series.Series;
import outturn.evidence.survey.MeanScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence survey mean`: the mean of ratings.
@Command(
    name = "mean",
    description = "Give the mean of scores or ratings, with the interval of Student.",
    footer = {
      "  outturn evidence survey mean answers.csv --value minutes --svg minutes.svg",
      "  outturn evidence survey mean answers.csv --value minutes --population 400 --json"
    })
final class MeanCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      description = "a CSV file with a row per answer; - for standard input")
  private String file = "";

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      required = true,
      description = "the answers; an empty cell is not counted")
  private String value = "";

  @Mixin private final Asked asked = new Asked();

  MeanCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    var data = read(file);
    var scores = Series.of(Numbers.of(data, value));
    var title = "Mean of " + value;
    var finding = found(MeanScore.of(scores, asked.population(), asked.level()), data);
    show("mean", title, finding);
    draw(() -> {
      var group = Distribution.scores(scores.valid().toArray());
      return SurveyPicture.of(title, List.of(), finding, List.of(group));
    });
  }
}
