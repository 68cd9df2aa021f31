package outturn.cli.evidence.sequence;

import java.util.Arrays;
import outturn.cli.command.Environment;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.sequence.MeanSequence;
import outturn.evidence.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence sequence mean`: the mean of the values so far.
@Command(
    name = "mean",
    description = {
      "Give the mean of the values so far, with an interval that holds at every look.",
      "For an effect, give the values less what was expected without it."
    },
    footer = {
      "  outturn evidence sequence mean savings.csv --value minutes --planned 90 --svg savings.svg",
      "  outturn evidence sequence mean savings.csv --value minutes --planned 90 --level 0.9 --json"
    })
final class MeanCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      description = "a CSV file with a row per value, in order of time; - for standard input")
  private String file = "";

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      required = true,
      description = "the column of values, from 20 on")
  private String value = "";

  @Mixin private final Looks looks = new Looks();

  MeanCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    var data = read(file);
    var numbers = Numbers.of(data, value);
    var title = "Mean of %s so far, safe at every look".formatted(value);
    show("mean", title, found(MeanSequence.of(Series.of(numbers), looks.tuning()), data));
    draw(() ->
        SequencePicture.of(
            title,
            "mean of " + value,
            looks.tuning(),
            numbers.length,
            rows -> MeanSequence.of(Series.of(Arrays.copyOf(numbers, rows)), looks.tuning())));
  }
}
