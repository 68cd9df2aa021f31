package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn run-now`.
@Command(
    name = "run-now",
    description =
        "Let a run or a task go on that waits for its turn, for a time or for its next attempt.",
    footer = {"  outturn run-now 01k9x3m2r7q8a", "  outturn run-now 01k9x3m2r7q8a load"})
public final class RunNowCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the whole run")
  private @Nullable String task;

  public RunNowCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "run-now";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
