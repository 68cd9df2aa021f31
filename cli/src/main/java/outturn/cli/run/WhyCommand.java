package outturn.cli.run;

import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.States;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn why`: why a run or a task is not further.
@Command(
    name = "why",
    description = "Say why a run, or one of its tasks, is not further.",
    footer = {"  outturn why 01k9x3m2r7q8a", "  outturn why 01k9x3m2r7q8a load"})
public final class WhyCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "RUN", description = "the run's id")
  private String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "only about this task")
  private @Nullable String task;

  public WhyCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected ExitCode run(Client client) {
    var answer = client.send(Request.get("runs", id, "why").with("task", task));
    show(answer, () -> tell(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void tell(Fields answer) {
    var mark = States.mark(answer.text("state"), terminal);
    terminal.paragraph((mark + " " + answer.text("sentence")).strip(), "");
    // Each text says all of its reason: which task or item, for what, who holds it, until when.
    var reasons = answer.list("reasons");
    if (reasons.size() > 1) {
      for (var reason : reasons) terminal.paragraph(reason.text("text"), "  ");
    }
    for (var book : answer.list("runbooks")) {
      terminal.paragraph(
          "runbook of %s: %s".formatted(book.text("task"), book.text("runbook")), "  ");
    }
  }
}
