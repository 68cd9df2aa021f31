package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn bypass`.
@Command(
    name = "bypass",
    description = "Let a task begin without what it needs.",
    footer = {"  outturn bypass 01k9x3m2r7q8a report --reason 'yesterday will do'"})
public final class BypassCommand extends OperateCommand {
  @Parameters(index = "1", arity = "0..1", paramLabel = "TASK", description = "the task")
  private @Nullable String task;

  public BypassCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "bypass";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
