package outturn.cli.operate;

import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `outturn prioritise`.
@Command(
    name = "prioritise",
    description = "Give a run a priority, for all that it does: 5 goes first, 1 last.",
    footer = {"  outturn prioritise 01k9x3m2r7q8a --level 5 --reason 'the board waits for it'"})
public final class PrioritiseCommand extends OperateCommand {
  @Option(names = "--level", paramLabel = "1-5", required = true, description = "5 goes first")
  private int level;

  public PrioritiseCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    super.check();
    if (level < 1 || level > 5) {
      throw new CommandFailed(ExitCode.MISUSED, "--level is from 1, last, to 5, first");
    }
  }

  @Override
  String verb() {
    return "prioritise";
  }

  @Override
  void add(ObjectNode body) {
    body.put("level", level);
  }
}
