package outturn.cli.outcome;

import org.jspecify.annotations.Nullable;
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

/// `outturn outcome send`: mails the impact statement of an outcome.
@Command(
    name = "send",
    description = {
      "Mail the impact statement of what was kept last of an outcome, with the page as PDF.",
      "Where mail: under analysis: names a channel, statements go by themselves whenever something is"
          + " kept, corrected or signed."
    },
    footer = {
      "  outturn outcome send one-visit",
      "  outturn outcome send one-visit --mail board",
      "",
      "outturn outcome statement NAME tells what came of it."
    })
final class OutcomeSendCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the outcome's name")
  private String name = "";

  @Option(
      names = "--mail",
      paramLabel = "CHANNEL",
      description = "a channel of mail (default: the one under mail: of the analysis)")
  private @Nullable String channel;

  OutcomeSendCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var body = Json.object();
    if (channel != null) body.put("channel", channel);
    var answer = client.send(Request.post("outcomes", name, "send").json(body));
    var wanted = new Fields(answer);
    show(
        answer,
        () ->
            terminal.line(
                "the impact statement of outcome %s, version %s, goes to %s"
                    .formatted(
                        name, wanted.text("version"), String.join(", ", wanted.texts("to")))));
    return ExitCode.DONE;
  }
}
