package outturn.cli.node;

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

/// `outturn nodes`: which servers work on this database, and what each decides for.
@Command(
    name = "nodes",
    description = {
      "List the servers on this database, and which of the 64 parts of all runs each decides for."
    },
    footer = {"  outturn nodes", "  outturn nodes --json"})
public final class NodesCommand extends ServerCommand {
  public NodesCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = Pages.all(client, Request.get("nodes"));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> nodes) {
    var table =
        new Table(
            Column.of("NUMBER"),
            Column.of("STATE"),
            Column.of("VERSION"),
            Column.of("STARTED"),
            Column.of("HEARD UNTIL"),
            Column.flexible("DECIDES FOR"),
            Column.flexible("NODE"));
    for (var node : nodes) {
      table.row(
          node.text("number"),
          node.text("state"),
          node.text("version"),
          node.object("times").instant("started").map(times()::at).orElse(""),
          node.object("times").instant("leaseUntil").map(times()::at).orElse(""),
          parts(node.numbers("partitions")),
          node.text("name"));
    }
    table.print(terminal);
  }

  /// `22 of 64: 0-20, 63`.
  static String parts(double[] partitions) {
    if (partitions.length == 0) return "nothing";
    var spans = new ArrayList<String>();
    int from = 0;
    for (int at = 1; at <= partitions.length; at++) {
      if (at < partitions.length && partitions[at] == partitions[at - 1] + 1) continue;
      int first = (int) partitions[from];
      int last = (int) partitions[at - 1];
      spans.add(first == last ? Integer.toString(first) : first + "-" + last);
      from = at;
    }
    return "%d of 64: %s".formatted(partitions.length, String.join(", ", spans));
  }
}
