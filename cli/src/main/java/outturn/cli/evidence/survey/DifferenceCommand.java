package outturn.cli.evidence.survey;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.command.Environment;
import outturn.cli.evidence.Calculation;
import outturn.cli.evidence.FiniteNumber;
import outturn.cli.terminal.Terminal;
import outturn.evidence.survey.Newcombe;
import outturn.evidence.survey.Newcombe.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn evidence survey difference`: the difference of two shares.
@Command(
    name = "difference",
    description = {
      "Give the share of the first group less that of the second, with an interval (Newcombe's"
          + " hybrid score).",
      "The groups are different people: not the same asked twice."
    },
    footer = {
      "  outturn evidence survey difference --successes 56,48 --trials 70,80",
      "  outturn evidence survey difference --successes 56,48 --trials 70,80 --level 0.9 --json"
    })
final class DifferenceCommand extends Calculation {
  @Option(
      names = "--successes",
      paramLabel = "N,N",
      required = true,
      split = ",",
      description = "answers that count, in the first and in the second group")
  private List<Integer> successes = new ArrayList<>();

  @Option(
      names = "--trials",
      paramLabel = "N,N",
      required = true,
      split = ",",
      description = "all answers of the first and of the second group")
  private List<Integer> trials = new ArrayList<>();

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      converter = FiniteNumber.class,
      description = "of the interval; default: 0.95")
  private double level;

  DifferenceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void run() {
    if (successes.size() != 2 || trials.size() != 2) {
      throw misused("expected two numbers each, such as --successes 56,48 --trials 70,80");
    }
    var first = new Group(successes.getFirst(), trials.getFirst());
    var second = new Group(successes.getLast(), trials.getLast());
    show(
        "difference",
        "Share of the first group less that of the second, -1 to 1",
        found(Newcombe.difference(first, second, level)));
  }
}
