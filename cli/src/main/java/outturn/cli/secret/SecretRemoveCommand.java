package outturn.cli.secret;

import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn secret remove`: removes a secret.
@Command(
    name = "remove",
    description = "Remove a secret; what uses it fails from then on.",
    footer = "  outturn secret remove bank-password")
final class SecretRemoveCommand extends ServerCommand {
  @Parameters(paramLabel = "NAME", description = "the secret's name")
  private String name = "";

  SecretRemoveCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    client.send(Request.delete("secrets", name));
    show(NullNode.getInstance(), () -> terminal.line("secret %s is removed".formatted(name)));
    return ExitCode.DONE;
  }
}
