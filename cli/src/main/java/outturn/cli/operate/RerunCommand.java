package outturn.cli.operate;

import java.util.ArrayList;
import java.util.List;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// `outturn rerun`.
@Command(
    name = "rerun",
    description = {
      "Do again what failed of a run, or one of its tasks, in the same run.",
      "Without a task: all that failed, or was cancelled or lost.",
      "What was skipped because of it is done as well."
    },
    footer = {
      "  outturn rerun 01k9x3m2r7q8a",
      "  outturn rerun 01k9x3m2r7q8a load --from-here --reason 'file was mended'",
      "  outturn rerun --workflow payroll --business-date 2026-11-30 --yes"
    })
public final class RerunCommand extends TaskCommand {
  @Option(names = "--from-here", description = "the task, and all that follow it")
  private boolean fromHere;

  @Option(names = "--failed", description = "of a forEach task only the items that did not succeed")
  private boolean failed;

  @Option(names = "--all", description = "the whole run from the start")
  private boolean all;

  public RerunCommand(Terminal terminal, Environment environment) {
    super(terminal, environment, "rerun");
  }

  @Override
  protected void check() {
    super.check();
    if (extents().size() > 1) {
      throw new CommandFailed(
          ExitCode.MISUSED, "give one of --from-here, --failed and --all, not several");
    }
  }

  private List<String> extents() {
    var extents = new ArrayList<String>();
    if (fromHere) extents.add("from-here");
    if (failed) extents.add("failed");
    if (all) extents.add("all");
    return extents;
  }

  @Override
  void add(ObjectNode body) {
    extents().forEach(extent -> body.put("extent", extent));
  }
}
