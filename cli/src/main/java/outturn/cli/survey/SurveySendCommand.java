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

/// `outturn survey send`: opens a wave and mails the invitations.
@Command(
    name = "send",
    description = {
      "Open a wave: draw the sample and mail everybody in it a link that works once.",
      "Nobody is asked twice in 30 days, or more than 4 times in a quarter, over all surveys."
    },
    footer = {"  outturn survey send it-pulse"})
final class SurveySendCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the survey's name")
  private String name = "";

  SurveySendCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("surveys", name, "send").json(Json.object()));
    var done = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s: wave %s is open, and %s people are invited"
                    .formatted(name, done.text("wave"), done.text("people"))));
    return ExitCode.DONE;
  }
}
