package outturn.cli.evidence.sequence;

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
      "  outturn evidence sequence mean savings.csv --value minutes --planned 90",
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
    var values = Series.of(Numbers.of(data, value));
    show(
        "mean",
        "Mean of %s so far, safe at every look".formatted(value),
        found(MeanSequence.of(values, looks.tuning()), data));
  }
}
