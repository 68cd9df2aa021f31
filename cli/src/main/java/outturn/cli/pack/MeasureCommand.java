package outturn.cli.pack;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn measure`: the group of commands about ready-made measures.
@Command(
    name = "measure",
    description = "List packs of ready-made measures, or write one into a project.",
    footer = {
      "  outturn measure packs",
      "  outturn measure pack service-desk --into housing",
      "  outturn measure pack workflow-reliability --workflow repairs-daily --into housing"
    })
public final class MeasureCommand {
  private MeasureCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new MeasureCommand())
        .addSubcommand(new PacksCommand(terminal))
        .addSubcommand(new PackCommand(terminal, environment));
  }
}
