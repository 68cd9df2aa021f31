package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn skip`.
@Command(
    name = "skip",
    description =
        "Skip a task that has not begun: it is not done, and what needs it follows the rules of its needs.",
    footer = {"  outturn skip 01k9x3m2r7q8a archive --reason 'disk is full'"})
public final class SkipCommand extends OperateCommand {
  @Parameters(index = "1", arity = "0..1", paramLabel = "TASK", description = "the task")
  private @Nullable String task;

  public SkipCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "skip";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
