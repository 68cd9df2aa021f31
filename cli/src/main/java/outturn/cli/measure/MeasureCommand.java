package outturn.cli.measure;

import outturn.cli.command.Environment;
import outturn.cli.run.MeasureTryCommand;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn measure`: the group of commands about one measure.
@Command(
    name = "measure",
    description = "Try the source of a measure.",
    footer = {"  outturn measure try first-visit-fix-rate"})
public final class MeasureCommand {
  private MeasureCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new MeasureCommand())
        .addSubcommand(new MeasureTryCommand(terminal, environment));
  }
}
