package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Parameters;

/// A verb for a task, or for a run as a whole.
abstract class TaskCommand extends OperateCommand {
  private final String verb;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the run as a whole, if the verb is for runs")
  private @Nullable String task;

  TaskCommand(Terminal terminal, Environment environment, String verb) {
    super(terminal, environment);
    this.verb = verb;
  }

  @Override
  final String verb() {
    return verb;
  }

  @Override
  final Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
