package outturn.cli.measure;

import outturn.cli.command.Environment;
import outturn.cli.pack.PackCommand;
import outturn.cli.pack.PacksCommand;
import outturn.cli.run.MeasureTryCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn measure`: the group of commands about one measure.
@Command(
    name = "measure",
    description =
        "Write a ready-made measure into a project, try the source of one, or write its observations as CSV.",
    footer = {
      "  outturn measure packs",
      "  outturn measure pack service-desk --into housing",
      "  outturn measure pack workflow-reliability --workflow repairs-daily --into housing",
      "  outturn measure try first-visit-fix-rate",
      "  outturn measure export first-visit-fix-rate --out visits.csv"
    })
public final class MeasureCommand {
  private MeasureCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new MeasureCommand())
        .addSubcommand(new PacksCommand(terminal))
        .addSubcommand(new PackCommand(terminal, environment))
        .addSubcommand(new MeasureTryCommand(terminal, environment))
        .addSubcommand(new MeasureExportCommand(terminal, environment));
  }
}
