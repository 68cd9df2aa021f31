package outturn.cli.secret;

import java.util.List;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Pages;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn secret list`: the names of the secrets.
@Command(
    name = "list",
    description = "List the names of secrets, and who set them.",
    footer = "  outturn secret list")
final class SecretListCommand extends ServerCommand {
  SecretListCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = Pages.all(client, Request.get("secrets"));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> secrets) {
    if (secrets.isEmpty()) {
      terminal.line("no secrets; set one: outturn secret set NAME");
      return;
    }
    var table = new Table(Column.of("SECRET"), Column.flexible("SET BY"), Column.of("SET"));
    for (var secret : secrets) {
      table.row(
          secret.text("name"),
          secret.text("setBy"),
          secret.instant("setAt").map(times()::at).orElse(""));
    }
    table.print(terminal);
  }
}
