package outturn.cli.evidence.sequence;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn evidence sequence`: the group of commands for numbers that are looked at every day.
@Command(
    name = "sequence",
    description = {
      "Give intervals that hold at every look, so that one may look as often as one likes and stop"
          + " when one has seen enough."
    },
    footer = {
      "  outturn evidence sequence share --successes 40 --trials 120 --planned 500",
      "  outturn evidence sequence mean savings.csv --value minutes --planned 90"
    })
public final class SequenceGroup {
  private SequenceGroup() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new SequenceGroup())
        .addSubcommand(new ShareCommand(terminal, environment))
        .addSubcommand(new MeanCommand(terminal, environment))
        .addSubcommand(new DifferenceCommand(terminal, environment));
  }
}
