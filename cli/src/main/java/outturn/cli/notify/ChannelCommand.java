package outturn.cli.notify;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn channel`: the group of commands about channels.
@Command(
    name = "channel",
    description = "Try a channel out.",
    footer = {"  outturn channel test night-shift"})
public final class ChannelCommand {
  private ChannelCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ChannelCommand())
        .addSubcommand(new ChannelTestCommand(terminal, environment));
  }
}
