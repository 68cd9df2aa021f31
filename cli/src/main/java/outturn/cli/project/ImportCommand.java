package outturn.cli.project;

import outturn.cli.calendar.ImportIcalCommand;
import outturn.cli.command.Environment;
import outturn.cli.crontab.CrontabCommand;
import outturn.cli.openslo.ImportOpensloCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn import`: the group of commands that bring into a project what others have.
@Command(
    name = "import",
    description = {
      "Bring what another scheduler runs, a calendar, or service levels into a project's files.",
      "Asks no server, and changes nothing where it comes from."
    },
    footer = {
      "  outturn import crontab /etc/crontab",
      "  outturn import ical https://calendar.example.org/closed.ics data/closed.ics",
      "  outturn import openslo slos.yaml --into housing/services.yaml"
    })
public final class ImportCommand {
  private ImportCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ImportCommand())
        .addSubcommand(new CrontabCommand(terminal, environment))
        .addSubcommand(new ImportIcalCommand(terminal, environment))
        .addSubcommand(new ImportOpensloCommand(terminal, environment));
  }
}
