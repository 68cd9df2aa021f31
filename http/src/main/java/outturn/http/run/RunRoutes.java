package outturn.http.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import outturn.definition.workflow.Action;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.reason.Runbooks;
import outturn.engine.run.Ending;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunOutputs;
import outturn.engine.verb.Command;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;
import outturn.engine.verb.Ways;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.workflow.Does;
import outturn.store.audit.AuditTrail;
import outturn.store.notify.Ticket;
import outturn.store.run.RunReader;

/// One run: how it is, why it is not over, and its end on request.
public final class RunRoutes {
  private static final int MOST_ACTS = 200;

  private final RunReader runs;
  private final RunVerbs verbs;
  private final AuditTrail audit;
  private final RunLook look;
  private final RunSummary summary;
  private final Function<RunId, List<Ticket>> tickets;

  /// @param tickets those that were opened for a run
  public RunRoutes(
      RunReader runs,
      RunVerbs verbs,
      AuditTrail audit,
      RunLook look,
      RunSummary summary,
      Function<RunId, List<Ticket>> tickets) {
    this.runs = runs;
    this.verbs = verbs;
    this.audit = audit;
    this.look = look;
    this.summary = summary;
    this.tickets = tickets;
  }

  /// Refuses a run that there is not, or not any more.
  static Refused unknown(RunReader runs, RunId id) {
    if (runs.mayHaveExpired(id)) {
      return Problem.of(
              Code.EXPIRED,
              "run %s is not kept any more: ended runs of %s were removed when their retention was over"
                  .formatted(id, id.time().atOffset(ZoneOffset.UTC).toLocalDate()))
          .refused();
    }
    return Problem.of(
            Code.NOT_FOUND, "no run %s; `outturn runs` lists those there are".formatted(id))
        .refused();
  }

  private RunLook.Seen seen(Call call) {
    return look.at(call.run()).orElseThrow(() -> unknown(runs, call.run()));
  }

  private record TicketJson(String number, String url, String channel) {}

  public Answer show(Call call) {
    call.allow();
    var seen = seen(call);
    var json = whole(seen);
    json.put("tasks", TaskJson.of(seen));
    return Answer.json(json);
  }

  /// All that a page shows of a run at once: its tasks in brief, a sentence, and what may be done.
  public Answer overview(Call call) {
    call.allow();
    var seen = seen(call);
    var json = whole(seen);
    json.put("sentence", Reasons.sentence(seen.run(), seen.reasons()));
    json.put("verbs", Way.of(Ways.ofRun(seen.run(), call.user())));
    json.put("tasks", TaskBrief.of(seen));
    return Answer.json(json);
  }

  /// One task in full, and what may be done to it.
  public Answer task(Call call) {
    call.allow();
    var seen = seen(call);
    var name = call.path("task");
    TaskJson.require(seen.run(), name);
    var task = seen.run().task(name).task();
    var json = new LinkedHashMap<String, Object>();
    json.put("run", seen.run().id().toString());
    json.put("does", Does.word(task.action()));
    json.put("task", TaskJson.of(seen, name));
    json.put("reasons", because(seen, Optional.of(name)));
    json.put("verbs", Way.of(Ways.ofTask(seen.run(), name, call.user())));
    var promised = new TreeMap<String, String>();
    task.outputs().forEach((output, type) -> promised.put(output, type.word()));
    json.put("promised", promised);
    return Answer.json(json);
  }

  private Map<String, @Nullable Object> whole(RunLook.Seen seen) {
    var json = summary.of(seen.rows().run());
    json.put("warnings", Ending.warnings(seen.run()));
    json.put("inputs", seen.run().order().inputs());
    json.put("outputs", RunOutputs.known(seen.run()));
    json.put("held", seen.run().held().map(HeldJson::of).orElse(null));
    json.put(
        "acts", audit.ofRun(subjects(seen.run()), MOST_ACTS).stream().map(ActJson::of).toList());
    json.put(
        "children", seen.children().stream().map(child -> child.row().id().toString()).toList());
    json.put(
        "tickets",
        tickets.apply(seen.run().id()).stream()
            .map(ticket -> new TicketJson(ticket.number(), ticket.url(), ticket.channel()))
            .toList());
    return json;
  }

  /// What people do is about the run; what they answer is about the task that asks.
  private static List<String> subjects(Run run) {
    var subjects = new ArrayList<String>();
    subjects.add(run.id().toString());
    for (var task : run.tasks()) {
      if (task.task().action() instanceof Action.Approval) {
        subjects.add("%s/%s".formatted(run.id(), task.name()));
      }
    }
    return subjects;
  }

  private record HeldBy(String run, String workflow, int amount) {}

  private record Because(
      Optional<String> task,
      Optional<Integer> item,
      String kind,
      String text,
      Optional<Instant> until,
      List<HeldBy> holders) {}

  private record Book(String task, String runbook) {}

  private record Why(
      String run, String state, String sentence, List<Because> reasons, List<Book> runbooks) {}

  public Answer why(Call call) {
    call.allow("task");
    var seen = seen(call);
    call.query("task").ifPresent(task -> TaskJson.require(seen.run(), task));
    var reasons = reasons(seen, call.query("task"));
    return Answer.json(
        new Why(
            seen.run().id().toString(),
            seen.run().state().word(),
            Reasons.sentence(seen.run(), reasons),
            because(seen, call.query("task")),
            Runbooks.of(seen.run()).entrySet().stream()
                .filter(book -> call.query("task").map(book.getKey()::equals).orElse(true))
                .map(book -> new Book(book.getKey(), book.getValue()))
                .toList()));
  }

  private static List<Because> because(RunLook.Seen seen, Optional<String> task) {
    return reasons(seen, task).stream().map(RunRoutes::because).toList();
  }

  private static List<Reason> reasons(RunLook.Seen seen, Optional<String> task) {
    return seen.reasons().stream()
        .filter(reason -> task.map(reason.task()::equals).orElse(true))
        .toList();
  }

  private static Because because(Reason reason) {
    return new Because(
        Optional.of(reason.task()).filter(task -> !task.isEmpty()),
        reason.item(),
        reason.kind().word(),
        reason.text(),
        reason.until(),
        reason.holders().stream()
            .map(held -> new HeldBy(held.run().toString(), held.workflow(), held.amount()))
            .toList());
  }

  public Answer cancel(Call call) {
    call.allow();
    var id = call.run();
    var run = runs.entry(id).orElseThrow(() -> unknown(runs, id));
    var why = reason(call).orElse("");
    var command = new Command(id, Optional.empty(), new Verb.Cancel(), call.user(), why);
    if (verbs.verdict(command, Optional.empty()) instanceof Verdict.Refused) {
      return Problem.of(Code.ALREADY_ENDED, "run %s has ended already".formatted(id)).answer();
    }
    return Answer.json(202, summary.of(run), Map.of());
  }

  private static Optional<String> reason(Call call) {
    var body = call.body();
    return body.length == 0 ? Optional.empty() : JsonObject.read(body, "reason").find("reason");
  }
}
