package outturn.cli.operate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.command.Environment;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `outturn rerun`.
@Command(
    name = "rerun",
    description = {
      "Do again what failed of a run, or one of its tasks, in the same run.",
      "What was skipped because of it is done as well."
    },
    footer = {
      "  outturn rerun 01k9x3m2r7q8a",
      "  outturn rerun 01k9x3m2r7q8a load --from-here --reason 'file was mended'",
      "  outturn rerun --workflow payroll --business-date 2026-11-30 --yes"
    })
public final class RerunCommand extends OperateCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "the task; default: all that failed, or was cancelled or lost")
  private @Nullable String task;

  @Option(names = "--from-here", description = "the task, and all that follow it")
  private boolean fromHere;

  @Option(names = "--failed", description = "of a forEach task only the items that did not succeed")
  private boolean failed;

  @Option(names = "--all", description = "the whole run from the start")
  private boolean all;

  public RerunCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  String verb() {
    return "rerun";
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }

  @Override
  void add(ObjectNode body) {
    Map<String, Boolean> chosen = new LinkedHashMap<>();
    chosen.put("from-here", fromHere);
    chosen.put("failed", failed);
    chosen.put("all", all);
    chosen.forEach((extent, wanted) -> {
      if (wanted) body.put("extent", extent);
    });
  }
}
