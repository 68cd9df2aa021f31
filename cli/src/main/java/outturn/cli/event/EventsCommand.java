package outturn.cli.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn events`: what came for triggers, and what has become of it.
@Command(
    name = "events",
    description = {"List the events that came for triggers, newest first, and what they started."},
    footer = {
      "  outturn events",
      "  outturn events --workflow returns --state waiting",
      "  outturn events --limit 500 --json"
    })
public final class EventsCommand extends ServerCommand {
  @Option(names = "--workflow", paramLabel = "NAME", description = "only for its triggers")
  private @Nullable String workflow;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "received, waiting, started, refused, expired, ignored or unmatched")
  private @Nullable String state;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 50)")
  private @Nullable String limit;

  public EventsCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        client.send(
            Request.get("events")
                .with("workflow", workflow)
                .with("state", state)
                .with("limit", limit));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> events) {
    if (events.isEmpty()) {
      terminal.line("no events");
      return;
    }
    var table =
        new Table(
            Column.of("CAME"),
            Column.of("TRIGGER"),
            Column.of("FOR"),
            Column.of("STATE"),
            Column.of("RUN"),
            Column.flexible("KEY"),
            Column.flexible("WHY"));
    for (var event : events) {
      var part = event.text("part");
      table.row(
          event.instant("came").map(times()::at).orElse(""),
          part.isEmpty() ? event.text("trigger") : event.text("trigger") + "." + part,
          event.text("businessDate"),
          States.cell(event.text("state"), terminal),
          event.text("run"),
          event.text("key"),
          event.text("reason"));
    }
    table.print(terminal);
  }
}
