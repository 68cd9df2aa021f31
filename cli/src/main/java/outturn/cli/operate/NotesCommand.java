package outturn.cli.operate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `outturn notes`.
@Command(
    name = "notes",
    description = "What people wrote down about runs, newest first; of the last two days.",
    footer = {"  outturn notes", "  outturn notes --since 2026-11-27T18:00:00Z"})
public final class NotesCommand extends ServerCommand {
  @Option(names = "--since", paramLabel = "TIME", description = "notes since then")
  private @Nullable Instant since;

  public NotesCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("notes").with("since", since));
    show(answer, () -> print(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void print(Fields answer) {
    var notes = answer.list("notes");
    if (notes.isEmpty()) terminal.line("no notes");
    for (var note : notes) {
      var at = note.instant("at").map(times()::at).orElse("");
      var task = note.find("task").map(" "::concat).orElse("");
      terminal.line("%s  %s  run %s%s".formatted(at, note.text("who"), note.text("run"), task));
      terminal.paragraph(note.text("why"), "  ");
    }
  }
}
