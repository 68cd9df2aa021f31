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

/// `outturn survey close`: closes the open wave.
@Command(
    name = "close",
    description = {
      "Close the open wave for good: its results are made and its answers deleted.",
      "A wave closes by itself when its time is over."
    },
    footer = {"  outturn survey close it-pulse"})
final class SurveyCloseCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the survey's name")
  private String name = "";

  SurveyCloseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("surveys", name, "close").json(Json.object()));
    var done = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s: wave %s is closed with %s answers"
                    .formatted(name, done.text("wave"), done.text("people"))));
    return ExitCode.DONE;
  }
}
