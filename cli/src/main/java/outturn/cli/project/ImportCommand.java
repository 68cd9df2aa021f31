package outturn.cli.project;

import outturn.cli.command.Environment;
import outturn.cli.crontab.CrontabCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn import`: the group of commands that make projects of what other schedulers run.
@Command(
    name = "import",
    description = {
      "Translate what another scheduler runs into a project's files.",
      "Asks no server, and changes nothing where it runs now."
    },
    footer = {"  outturn import crontab /etc/crontab", "  outturn import crontab --help"})
public final class ImportCommand {
  private ImportCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ImportCommand())
        .addSubcommand(new CrontabCommand(terminal, environment));
  }
}
