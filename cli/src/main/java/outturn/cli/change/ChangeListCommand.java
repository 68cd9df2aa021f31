package outturn.cli.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

/// `outturn change list`: the dated events that are known.
@Command(
    name = "list",
    description = "List dated events, those of projects and those that were told.",
    footer = {
      "  outturn change list",
      "  outturn change list --measure returned-in-time",
      "  outturn change list --history letters"
    })
final class ChangeListCommand extends ServerCommand {
  @Option(names = "--measure", paramLabel = "NAME", description = "only those that may move it")
  private @Nullable String measure;

  @Option(names = "--history", paramLabel = "NAME", description = "all versions of one event")
  private @Nullable String history;

  ChangeListCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        history != null
            ? client.send(Request.get("changes").with("history", history))
            : Pages.all(client, Request.get("changes").with("measure", measure));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> changes) {
    if (changes.isEmpty()) {
      terminal.line("no changes; tell of one: outturn change add NAME --date DATE --type TYPE");
      return;
    }
    var table =
        new Table(
            Column.of("DATE"),
            Column.of("CHANGE"),
            Column.of("TYPE"),
            Column.flexible("TITLE"),
            Column.flexible("AFFECTS"),
            Column.flexible("FROM"));
    for (var change : changes) {
      table.row(
          change.text("date"),
          change.text("name"),
          change.text("type"),
          change.text("title"),
          String.join(", ", change.texts("affects")),
          from(change));
    }
    table.print(terminal);
  }

  private static String from(Fields change) {
    if (change.has("project")) return "project " + change.text("project");
    var recorded = change.object("recorded");
    var way = recorded.text("way");
    return "%s, version %s%s"
        .formatted(
            way.equals("person") ? recorded.text("by") : way,
            recorded.text("version"),
            recorded.isTrue("withdrawn") ? ", withdrawn" : "");
  }
}
