package outturn.cli.user;

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

/// `outturn user list`: all users.
@Command(
    name = "list",
    description = "List users, their roles and when they were last here.",
    footer = "  outturn user list")
final class UserListCommand extends ServerCommand {
  UserListCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = Pages.all(client, Request.get("users"));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> users) {
    var table =
        new Table(
            Column.of("USER"), Column.of("ROLE"), Column.of("CREATED"), Column.of("LAST HERE"));
    for (var user : users) {
      table.row(user.text("name"), user.text("role"), at(user, "created"), at(user, "lastUsed"));
    }
    table.print(terminal);
  }

  private String at(Fields user, String field) {
    return user.instant(field).map(times()::at).orElse("");
  }
}
