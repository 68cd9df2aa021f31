package outturn.cli.operate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.cli.client.Client;
import outturn.cli.client.Fields;
import outturn.cli.client.Json;
import outturn.cli.client.Request;
import outturn.cli.client.ServerCommand;
import outturn.cli.command.CommandFailed;
import outturn.cli.command.Environment;
import outturn.cli.command.ExitCode;
import outturn.cli.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// A verb: what it does to one run or task, or to all runs of a filter.
abstract class OperateCommand extends ServerCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RUN",
      description = "the run's id; or choose many by the filter options")
  private @Nullable String run;

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept in the audit trail")
  private @Nullable String reason;

  @Mixin private final Filter filter = new Filter();

  OperateCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  /// The verb's word, such as `force-success`.
  abstract String verb();

  /// The task that it is about; of the run as a whole when empty.
  Optional<String> task() {
    return Optional.empty();
  }

  /// What the verb's request has beside verb, task and reason.
  void add(ObjectNode body) {}

  @Override
  protected void check() {
    if (run == null && filter.isEmpty()) {
      throw new CommandFailed(
          ExitCode.MISUSED,
          "which run?",
          "give its id, or choose runs by --workflow, --project, --state or --business-date");
    }
    if (run != null && !filter.isEmpty()) {
      throw new CommandFailed(ExitCode.MISUSED, "give a run or a filter, not both");
    }
  }

  /// Refuses to go on without a task, for a verb that runs do not have.
  final void checkTask() {
    if (task().isEmpty()) {
      throw new CommandFailed(
          ExitCode.MISUSED, "which task?", "give the run's id and the name of the task");
    }
  }

  @Override
  protected final ExitCode run(Client client) {
    var body = Json.object().put("verb", verb());
    task().ifPresent(name -> body.put("task", name));
    if (reason != null) body.put("reason", reason);
    add(body);
    if (run == null) return many(client, body);
    var answer = client.send(Request.post("runs", run, "operate").json(body));
    show(answer, () -> told(new Fields(answer)));
    return ExitCode.DONE;
  }

  private void told(Fields answer) {
    var task = answer.find("task").map("task %s of "::formatted).orElse("");
    if (answer.text("result").equals("unchanged")) {
      terminal.line("%srun %s is %s already".formatted(task, run, answer.text("after")));
    } else {
      terminal.line(
          "%srun %s: %s -> %s".formatted(task, run, answer.text("before"), answer.text("after")));
    }
  }

  private ExitCode many(Client client, ObjectNode body) {
    body.set("filter", filter.json());
    filter.limit(body);
    body.put("preview", !filter.confirmed());
    var answer = client.send(Request.post("operations").json(body));
    show(answer, () -> new OperatedReport(terminal, verb()).print(new Fields(answer)));
    return ExitCode.DONE;
  }
}
