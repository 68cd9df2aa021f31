package outturn.cli.operate;

import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;

/// `outturn bypass`.
@Command(
    name = "bypass",
    description =
        "Let a task begin without what it needs, or a run without the workflows that its own depends on.",
    footer = {"  outturn bypass 01k9x3m2r7q8a report --reason 'yesterday will do'"})
public final class BypassCommand extends TaskCommand {
  public BypassCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "bypass");
  }

  @Override
  protected void check() {
    super.check();
    checkTask();
  }
}
