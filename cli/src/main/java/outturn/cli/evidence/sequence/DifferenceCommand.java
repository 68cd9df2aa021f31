package outturn.cli.evidence.sequence;

import java.util.Arrays;
import outturn.cli.command.Environment;
import outturn.cli.csv.Numbers;
import outturn.cli.evidence.Calculation;
import outturn.cli.terminal.Terminal;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Finding;
import outturn.evidence.sequence.DifferenceSequence;
import outturn.evidence.sequence.Moments;
import outturn.evidence.series.Series;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn evidence sequence difference`: the difference of two means so far.
@Command(
    name = "difference",
    description = {
      "Give the mean of the first column less that of the second so far, with an interval that holds"
          + " at every look.",
      "The groups grow in a steady proportion; --planned counts both together."
    },
    footer = {
      "  outturn evidence sequence difference times.csv --first new --second old --planned 400"
          + " --svg times.svg",
      "  outturn evidence sequence difference times.csv --first new --second old --planned 400 --json"
    })
final class DifferenceCommand extends Calculation {
  @Parameters(
      paramLabel = "FILE",
      description = "a CSV file with a column per group; - for standard input")
  private String file = "";

  @Option(
      names = "--first",
      paramLabel = "COLUMN",
      required = true,
      description = "values of the first group; empty cells are left out")
  private String first = "";

  @Option(
      names = "--second",
      paramLabel = "COLUMN",
      required = true,
      description = "values of the second group")
  private String second = "";

  @Mixin private final Looks looks = new Looks();

  DifferenceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    var data = read(file);
    var one = Numbers.of(data, first);
    var two = Numbers.of(data, second);
    var title = "Mean of %s less that of %s so far, safe at every look".formatted(first, second);
    show("difference", title, found(upTo(one.length, one, two), data));
    draw(() ->
        SequencePicture.of(
            title,
            "%s less %s".formatted(first, second),
            looks.tuning(),
            one.length,
            rows -> upTo(rows, one, two)));
  }

  private Answer<Finding> upTo(int rows, double[] one, double[] two) {
    return DifferenceSequence.of(
        Moments.of(Series.of(Arrays.copyOf(one, rows))),
        Moments.of(Series.of(Arrays.copyOf(two, rows))),
        looks.tuning());
  }
}
