package outturn.cli.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Column;
import outturn.cli.terminal.Table;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn audit`: who did what, newest first.
@Command(
    name = "audit",
    description = "Show who did what, and when, newest first; for administrators.",
    footer = {
      "  outturn audit",
      "  outturn audit --who mary --action run",
      "  outturn audit --subject housing --limit 500 --json"
    })
public final class AuditCommand extends ServerCommand {
  private static final int USUAL = 50;

  @Option(names = "--who", paramLabel = "USER", description = "of this user only")
  private @Nullable String who;

  @Option(names = "--action", paramLabel = "WORDS", description = "of acts that begin so")
  private @Nullable String action;

  @Option(names = "--subject", paramLabel = "NAME", description = "about this only")
  private @Nullable String subject;

  @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 50)")
  private int limit = USUAL;

  public AuditCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer =
        client.send(
            Request.get("audit")
                .with("who", who)
                .with("action", action)
                .with("subject", subject)
                .with("limit", limit));
    show(answer, () -> list(new Fields(answer).list("items")));
    return ExitCode.DONE;
  }

  private void list(List<Fields> entries) {
    var table =
        new Table(
            Column.of("WHEN"),
            Column.of("WHO"),
            Column.of("DID"),
            Column.of("TO"),
            Column.flexible("WHY"));
    for (var entry : entries) {
      table.row(
          entry.instant("at").map(times()::at).orElse(""),
          entry.text("who"),
          entry.text("action"),
          entry.text("subject"),
          entry.object("details").text("why"));
    }
    table.print(terminal);
  }
}
