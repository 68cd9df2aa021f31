package outturn.cli.survey;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn survey`: the group of commands about surveys.
@Command(
    name = "survey",
    description = "Ask people a few questions: open a wave, remind, close it, read the results.",
    footer = {
      "  outturn survey list",
      "  outturn survey send it-pulse",
      "  outturn survey remind it-pulse",
      "  outturn survey close it-pulse",
      "  outturn survey results it-pulse"
    })
public final class SurveyGroupCommand {
  private SurveyGroupCommand() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new SurveyGroupCommand())
        .addSubcommand(new SurveyListCommand(terminal, environment))
        .addSubcommand(new SurveySendCommand(terminal, environment))
        .addSubcommand(new SurveyRemindCommand(terminal, environment))
        .addSubcommand(new SurveyCloseCommand(terminal, environment))
        .addSubcommand(new SurveyResultsCommand(terminal, environment));
  }
}
