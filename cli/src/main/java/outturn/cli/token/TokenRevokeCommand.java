package outturn.cli.token;

import outturn.cli.client.Client;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.NullNode;

/// `outturn token revoke`: makes a token work no more.
@Command(
    name = "revoke",
    description = "Make a token of yours work no more; administrators revoke any.",
    footer = "  outturn token revoke 7")
final class TokenRevokeCommand extends ServerCommand {
  @Parameters(paramLabel = "ID", description = "as `outturn token list` tells it")
  private String id = "";

  TokenRevokeCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    client.send(Request.delete("tokens", id));
    show(NullNode.getInstance(), () -> terminal.line("token %s is revoked".formatted(id)));
    return ExitCode.DONE;
  }
}
