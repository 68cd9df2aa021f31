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

/// `outturn outcome agree`: a person of the business agrees to an outcome.
@Command(
    name = "agree",
    description = "Agree to an outcome, as a person of the business; void when it changes.",
    footer = {
      "  outturn outcome agree one-visit",
      "  outturn outcome agree one-visit --comment 'as we said in the meeting'",
      "  outturn outcome agree one-visit --hash 3bcebb13ed8c…  (as outcome check --json gives it)",
      "",
      "You must be a member of a group with is: business or is: beneficiary."
    })
final class OutcomeAgreeCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "kept with it")
  private String comment = "";

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "only if the outcome still has this hash")
  private String hash = "";

  OutcomeAgreeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    body.put("comment", comment);
    if (!hash.isEmpty()) body.put("hash", hash);
    var answer = client.send(Request.post("outcomes", name, "agree").json(body));
    var agreed = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "%s agreed to outcome %s (agreement %s)"
                    .formatted(agreed.text("who"), name, agreed.text("version"))));
    return ExitCode.DONE;
  }
}
