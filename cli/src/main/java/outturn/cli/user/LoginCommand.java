package outturn.cli.user;

import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn login`: a link that signs a browser in.
@Command(
    name = "login",
    description = {
      "Print a link that signs a browser in as you. It works once, within ten minutes."
    },
    footer = {"  outturn login", "  xdg-open \"$(outturn login)\""})
public final class LoginCommand extends ServerCommand {
  public LoginCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.post("logins").json(Json.object()));
    show(answer, () -> tell(client, new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Client client, Fields login) {
    terminal.line(client.address(login.text("url")));
    login
        .instant("expires")
        .ifPresent(until -> terminal.remark("works once, until " + times().at(until)));
  }
}
