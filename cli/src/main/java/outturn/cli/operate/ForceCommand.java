package outturn.cli.operate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Json;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// `outturn force`.
@Command(
    name = "force",
    description = {
      "Let a task count as succeeded or failed, whatever it came to.",
      "It stays visible that it was forced; what was skipped because of it is done."
    },
    footer = {
      "  outturn force 01k9x3m2r7q8a load success --reason 'loaded by hand'",
      "  outturn force 01k9x3m2r7q8a count success --output rows=120",
      "  outturn force 01k9x3m2r7q8a check failure --reason 'the figures are wrong'"
    })
public final class ForceCommand extends OperateCommand {
  @Parameters(index = "1", arity = "0..1", paramLabel = "TASK", description = "the task")
  private @Nullable String task;

  @Parameters(index = "2", arity = "0..1", paramLabel = "END", description = "success or failure")
  private String end = "";

  @Option(
      names = "--output",
      paramLabel = "NAME=VALUE",
      description = "what the task promises to write; may be repeated")
  private Map<String, String> outputs = new LinkedHashMap<>();

  public ForceCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    super.check();
    checkTask();
    if (!end.equals("success") && !end.equals("failure")) {
      throw new CommandFailed(
          ExitCode.MISUSED, "expected success or failure after the task, not '%s'".formatted(end));
    }
  }

  @Override
  String verb() {
    return "force-" + end;
  }

  @Override
  Optional<String> task() {
    return Optional.ofNullable(task);
  }

  @Override
  void add(ObjectNode body) {
    if (outputs.isEmpty()) return;
    var values = body.putObject("outputs");
    outputs.forEach((name, text) ->
        values.set(name, Json.read(text).orElseGet(() -> StringNode.valueOf(text))));
  }
}
