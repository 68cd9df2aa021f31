package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn skip`.
@Command(
    name = "skip",
    description =
        "Skip a task that has not begun: it is not done, and what needs it follows the rules of its needs.",
    footer = {"  outturn skip 01k9x3m2r7q8a archive --reason 'disk is full'"})
public final class SkipCommand extends TaskCommand {
  public SkipCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "skip");
  }

  @Override
  protected void check() {
    super.check();
    checkTask();
  }
}
