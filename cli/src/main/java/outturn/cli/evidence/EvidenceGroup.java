package outturn.cli.evidence;

import outturn.cli.command.Environment;
import outturn.cli.evidence.bsts.BstsCommand;
import outturn.cli.evidence.reference.VerifyCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn evidence`: the group of commands that work out evidence.
@Command(
    name = "evidence",
    description = "Work out evidence from a CSV file: control charts, and more to come.",
    footer = {
      "  outturn evidence xmr visits.csv --date week --value visits --better higher",
      "  outturn evidence bsts sales.csv --value y --controls x1 --pre 1:70 --post 71:100",
      "  outturn evidence verify"
    })
public final class EvidenceGroup {
  private EvidenceGroup() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new EvidenceGroup())
        .addSubcommand(new XmrCommand(terminal, environment))
        .addSubcommand(new BstsCommand(terminal, environment))
        .addSubcommand(new VerifyCommand(terminal, environment));
  }
}
