package outturn.cli.token;

import java.util.ArrayList;
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
import picocli.CommandLine.Option;

/// `outturn token list`: the tokens, without their texts.
@Command(
    name = "list",
    description = "List your tokens, what they may do, and when they were last used.",
    footer = {"  outturn token list", "  outturn token list --all"})
final class TokenListCommand extends ServerCommand {
  @Option(names = "--all", description = "those of everybody; for administrators")
  private boolean all;

  TokenListCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = Pages.all(client, Request.get("tokens").with("user", all ? "*" : null));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> tokens) {
    var table =
        new Table(
            Column.of("ID"),
            Column.of("USER"),
            Column.flexible("FOR"),
            Column.of("MAY"),
            Column.of("EXPIRES"),
            Column.of("LAST USED"));
    for (var token : tokens) {
      table.row(
          token.text("id"),
          token.text("user"),
          token.text("label"),
          may(token),
          at(token, "expires"),
          at(token, "lastUsed"));
    }
    table.print(terminal);
  }

  private static String may(Fields token) {
    var places = new ArrayList<>(token.texts("projects"));
    places.addAll(token.texts("services"));
    var role = token.text("role");
    return places.isEmpty() ? role : role + " in " + String.join(", ", places);
  }

  private String at(Fields token, String field) {
    return token.object("at").instant(field).map(times()::at).orElse("");
  }
}
