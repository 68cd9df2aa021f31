package outturn.cli.outcome;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `outturn outcome sign`: puts a name under what was found.
@Command(
    name = "sign",
    description = {
      "Sign the newest evidence of an outcome, as its owner or as an analyst.",
      "The two are two people. A correction of the evidence has to be signed anew."
    },
    footer = {
      "  outturn outcome sign one-visit --as owner --hash 3bcebb13ed8c",
      "  outturn outcome sign one-visit --as analyst --hash 3bcebb13ed8c --comment 'done again in R'",
      "",
      "The hash is told by outturn outcome impact NAME: read that first."
    })
final class OutcomeSignCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Option(
      names = "--as",
      paramLabel = "CAPACITY",
      required = true,
      description = "owner, or analyst")
  private String capacity = "";

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      required = true,
      description = "of the evidence that you have read, 12 characters of it at least")
  private String hash = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "kept with it")
  private String comment = "";

  OutcomeSignCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("as", capacity);
    body.put("hash", hash);
    body.put("comment", comment);
    var answer = client.send(Request.post("outcomes", name, "sign").json(body));
    var signed = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s signed the evidence of outcome %s as %s"
                    .formatted(signed.text("who"), name, signed.text("as"))));
    return ExitCode.DONE;
  }
}
