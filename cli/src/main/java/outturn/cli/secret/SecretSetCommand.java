package outturn.cli.secret;

import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn secret set`: sets a secret to a value from standard input.
@Command(
    name = "set",
    description = {
      "Set a secret to a value from standard input.",
      "On a terminal the value is asked for and not shown. One line break at its end is taken off."
    },
    footer = {"  outturn secret set bank-password", "  outturn secret set bank-key < key.pem"})
final class SecretSetCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the secret's name")
  private String name = "";

  SecretSetCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var value = terminal.hiddenInput("value of %s: ".formatted(name)).replaceFirst("\r?\n\\z", "");
    if (value.isEmpty()) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "no value for the secret %s".formatted(name),
          "type it, or pipe it in: outturn secret set %s < FILE".formatted(name));
    }
    client.send(Request.put("secrets", name).text("text/plain; charset=utf-8", value));
    show(NullNode.getInstance(), () -> terminal.line("secret %s is set".formatted(name)));
    return ExitCode.DONE;
  }
}
