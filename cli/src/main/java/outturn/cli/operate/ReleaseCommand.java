package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `outturn release`.
@Command(
    name = "release",
    description = "Release what is held: it goes on from where it stood.",
    footer = {"  outturn release 01k9x3m2r7q8a", "  outturn release --workflow payroll --yes"})
public final class ReleaseCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: the whole run")
  private @Nullable String task;

  public ReleaseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "release";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }
}
