package outturn.cli.change;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn change`: the group of commands about dated events.
@Command(
    name = "change",
    description = "Tell of dated events that charts and analyses know, and answer what happened.",
    footer = {
      "  outturn change list",
      "  outturn change add letters --date 2026-04-06 --type go-live --affects returned-in-time",
      "  outturn change explain returned-in-time 2026-03-02 --not-known --note 'nobody knows'"
    })
public final class ChangeCommand {
  private ChangeCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ChangeCommand())
        .addSubcommand(new ChangeListCommand(terminal, environment))
        .addSubcommand(new ChangeAddCommand(terminal, environment))
        .addSubcommand(new ChangeCorrectCommand(terminal, environment))
        .addSubcommand(new ChangeWithdrawCommand(terminal, environment))
        .addSubcommand(new ChangeExplainCommand(terminal, environment));
  }
}
