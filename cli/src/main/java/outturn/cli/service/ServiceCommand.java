package outturn.cli.service;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn service`: the group of commands about services.
@Command(
    name = "service",
    description = "See how services keep what they promise, and export their levels.",
    footer = {
      "  outturn service levels",
      "  outturn service levels repairs",
      "  outturn service export repairs housing --openslo"
    })
public final class ServiceCommand {
  private ServiceCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new ServiceCommand())
        .addSubcommand(new ServiceLevelsCommand(terminal, environment))
        .addSubcommand(new ServiceExportCommand(terminal, environment));
  }
}
