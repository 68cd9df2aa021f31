package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn kill`.
@Command(
    name = "kill",
    description = "Kill a run or a task: what runs is ended at once, without time to tidy up.",
    footer = {"  outturn kill 01k9x3m2r7q8a load"})
public final class KillCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the whole run")
  private @Nullable String task;

  public KillCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "kill";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
