package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn hold`.
@Command(
    name = "hold",
    description = "Hold a run or a task: nothing new of it begins, what runs goes on.",
    footer = {
      "  outturn hold 01k9x3m2r7q8a --reason 'the bank is late'",
      "  outturn hold 01k9x3m2r7q8a load",
      "  outturn hold --workflow payroll --business-date 2026-11-30 --yes"
    })
public final class HoldCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the whole run")
  private @Nullable String task;

  public HoldCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "hold";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
