package outturn.cli.change;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `outturn change correct`: says what is right of an event that was told.
@Command(
    name = "correct",
    description = "Say what is right of an event that was told; the version before is kept.",
    footer =
        "  outturn change correct letters --date 2026-04-07 --type go-live --affects returned-in-time --note 'a day later'")
final class ChangeCorrectCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the event's name")
  private String name = "";

  @Mixin private Event event = new Event();

  ChangeCorrectCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    event.into(body);
    var answer = client.send(Request.put("changes", name).json(body));
    var told = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "change %s of %s is corrected (version %s)"
                    .formatted(name, told.text("date"), told.object("recorded").text("version"))));
    return ExitCode.DONE;
  }
}
