package outturn.cli.evidence.survey;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `outturn evidence survey`: the group of commands for answers of people.
@Command(
    name = "survey",
    description = "Work out what the answers of a survey say, with intervals.",
    footer = {
      "  outturn evidence survey proportion --successes 15 --trials 148 --population 900",
      "  outturn evidence survey nps answers.csv --value recommend"
    })
public final class SurveyGroup {
  private SurveyGroup() {}

  /// The group with its commands.
  public static CommandLine with(Terminal terminal, Environment environment) {
    return new CommandLine(new SurveyGroup())
        .addSubcommand(new ProportionCommand(terminal, environment))
        .addSubcommand(new DifferenceCommand(terminal, environment))
        .addSubcommand(new NpsCommand(terminal, environment))
        .addSubcommand(new MeanCommand(terminal, environment))
        .addSubcommand(new SusCommand(terminal, environment))
        .addSubcommand(new UmuxLiteCommand(terminal, environment));
  }
}
