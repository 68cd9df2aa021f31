package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn cancel`.
@Command(
    name = "cancel",
    description = "Cancel a run or a task: what runs is asked to end, nothing more begins.",
    footer = {
      "  outturn cancel 01k9x3m2r7q8a",
      "  outturn cancel 01k9x3m2r7q8a --reason 'wrong file from the bank'",
      "  outturn cancel --workflow payroll --state waiting --yes"
    })
public final class CancelCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the whole run")
  private @Nullable String task;

  public CancelCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "cancel";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
