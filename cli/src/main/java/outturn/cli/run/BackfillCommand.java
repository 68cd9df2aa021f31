package outturn.cli.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `outturn backfill`: starts runs for many business dates.
@Command(
    name = "backfill",
    description = {
      "Start runs of a workflow for many business dates.",
      "Dates that have a run that succeeded or is under way are skipped. All runs are ordered at once",
      "and begin when their turn comes, at most --at-once of them together."
    },
    footer = {
      "  outturn backfill repairs-daily --from 2026-11-02 --to 2026-11-20 --preview",
      "  outturn backfill repairs-daily --from 2026-11-02 --to 2026-11-20 --at-once 3",
      "  outturn runs --backfill b3f9c01d2e4a7",
      "  outturn backfill --cancel b3f9c01d2e4a7 --reason 'wrong table'"
    })
public final class BackfillCommand extends ServerCommand {
  private static final int MOST_TOLD = 10;

  @Parameters(paramLabel = "WORKFLOW", arity = "0..1", description = "the workflow's name")
  private @Nullable String workflow;

  @Option(names = "--from", paramLabel = "DATE", description = "the first business date")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "the last business date")
  private @Nullable LocalDate to;

  @Option(
      names = "--calendar-days",
      description = "every day, not only those for which its schedules make runs")
  private boolean calendarDays;

  @Option(names = "--at-once", paramLabel = "N", description = "how many may run at once; 1")
  private @Nullable Integer atOnce;

  @Option(names = "--newest-first", description = "begin with the last date")
  private boolean newestFirst;

  @Option(names = "--again", description = "also dates that have a run already")
  private boolean again;

  @Option(names = "--priority", paramLabel = "1-5", description = "5 goes first; default 1")
  private @Nullable Integer priority;

  @Option(names = "--input", paramLabel = "NAME=VALUE", description = "an input; may be repeated")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Option(names = "--reason", paramLabel = "TEXT", description = "kept in the audit trail")
  private @Nullable String reason;

  @Option(names = "--key", paramLabel = "KEY", description = "the same key starts it only once")
  private @Nullable String key;

  @Option(names = "--preview", description = "show what would be started, and start nothing")
  private boolean preview;

  @Option(names = "--cancel", paramLabel = "ID", description = "cancel the runs of a backfill")
  private @Nullable String cancelled;

  public BackfillCommand(Terminal terminal, Environment environment) {
    super(terminal, environment);
  }

  @Override
  protected void check() {
    if (cancelled == null && (workflow == null || from == null || to == null)) {
      throw new CommandFailed(
          ExitCode.MISUSED, "a backfill needs WORKFLOW, --from and --to; or --cancel and its id");
    }
  }

  @Override
  protected ExitCode run(Client client) {
    if (cancelled != null) return cancel(client, cancelled);
    var name = String.valueOf(workflow);
    var request = Request.post("workflows", name, "backfill").header("Idempotency-Key", key);
    var answer = client.send(request.json(wish(client, name)));
    show(answer, () -> tell(name, new Fields(answer)));
    return ExitCode.DONE;
  }

  private ExitCode cancel(Client client, String id) {
    var body = Json.object();
    if (reason != null) body.put("reason", reason);
    var answer = client.send(Request.post("backfills", id, "cancel").json(body));
    show(answer, () -> terminal.line("backfill %s is being cancelled".formatted(id)));
    return ExitCode.DONE;
  }

  private ObjectNode wish(Client client, String name) {
    var body = Json.object().put("from", String.valueOf(from)).put("to", String.valueOf(to));
    if (calendarDays) body.put("calendarDays", true);
    if (atOnce != null) body.put("atOnce", atOnce);
    if (newestFirst) body.put("newestFirst", true);
    if (again) body.put("again", true);
    if (priority != null) body.put("priority", priority);
    if (!inputs.isEmpty()) {
      var values = new InputValues(terminal, environment).read(client, name, null, inputs);
      body.set("inputs", values);
    }
    if (reason != null) body.put("reason", reason);
    if (preview) body.put("preview", true);
    return body;
  }

  private void tell(String name, Fields answer) {
    var json = answer.json();
    var id = answer.find("backfill");
    if (json.has("runs")) {
      terminal.line(
          "backfill %s was started before: %s".formatted(id.orElse(""), json.path("runs")));
      return;
    }
    var dates = texts(json.path("dates"));
    var skipped = json.path("skipped").size();
    if (skipped > 0)
      terminal.line("%d dates have a run already and are skipped".formatted(skipped));
    if (dates.isEmpty()) {
      terminal.line("nothing to do: no dates are left");
      return;
    }
    terminal.line(
        "%s %d runs of %s, %s at once, for %s"
            .formatted(
                id.isPresent() ? "ordered" : "would order",
                dates.size(),
                name,
                json.path("atOnce"),
                told(dates)));
    id.ifPresent(each -> terminal.line("  outturn runs --backfill " + each));
  }

  private static String told(List<String> dates) {
    if (dates.size() <= MOST_TOLD) return String.join(", ", dates);
    return dates.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
        + " … "
        + dates.getLast();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
