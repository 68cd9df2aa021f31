package outturn.cli.survey;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn survey remind`: reminds those who have not answered.
@Command(
    name = "remind",
    description = {"Remind those who have not answered, before it is time for it by itself."},
    footer = {"  outturn survey remind it-pulse"})
final class SurveyRemindCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the survey's name")
  private String name = "";

  SurveyRemindCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("surveys", name, "remind").json(Json.object()));
    var done = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s: wave %s, and %s people are reminded"
                    .formatted(name, done.text("wave"), done.text("people"))));
    return ExitCode.DONE;
  }
}
