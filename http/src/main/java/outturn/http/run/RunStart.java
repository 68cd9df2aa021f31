package outturn.http.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.http.identity.Places;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Problems;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.run.RunRequests;
import outturn.runtime.run.Started;
import outturn.runtime.run.Wish;
import outturn.store.audit.Act;
import outturn.store.audit.AuditTrail;
import outturn.store.identity.Role;
import outturn.store.run.RunEntry;
import outturn.store.run.RunReader;

/// Starts runs: one, or many together.
public final class RunStart {
  private static final int MOST = 1_000;
  private static final int PATIENCE_SECONDS = 20;
  private static final String[] RUN = {"workflow", "inputs", "businessDate"};

  private final RunRequests requests;
  private final RunReader runs;
  private final RunSummary summary;
  private final AuditTrail audit;
  private final Places places;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("start-", 0).factory());

  public RunStart(
      RunRequests requests, RunReader runs, RunSummary summary, AuditTrail audit, Places places) {
    this.places = places;
    this.requests = requests;
    this.runs = runs;
    this.summary = summary;
    this.audit = audit;
  }

  private record Id(String id) {}

  private record Batch(List<Id> runs) {}

  public Answer start(Call call) throws InterruptedException {
    call.allow();
    var body = call.body();
    var wish = JsonObject.read(body, "workflow", "inputs", "businessDate", "runs");
    boolean batch = wish.has("runs");
    var wishes = batch ? wishes(wish.only("runs")) : List.of(wish(wish));
    wishes.stream()
        .map(Wish::workflow)
        .distinct()
        .forEach(workflow -> call.need(Role.OPERATOR, places.workflow(workflow)));
    var key = Keys.of(call, body);
    var started = accepted(started("/api/v1/runs", () -> requests.start(call.user(), wishes, key)));
    return batch ? batch(ids(started)) : single(entry(started));
  }

  static List<RunId> ids(Started.Accepted started) {
    return switch (started) {
      case Started.Runs(var rows) -> rows.stream().map(Rows.RunRow::id).toList();
      case Started.Before(var ids) -> ids;
    };
  }

  private RunEntry entry(Started.Accepted started) {
    return switch (started) {
      case Started.Runs(var rows) -> summary.entry(rows.getFirst());
      case Started.Before(var ids) -> runs.entry(ids.getFirst()).orElseThrow();
    };
  }

  /// Refuses the request where nothing was started.
  static Started.Accepted accepted(Started started) {
    return switch (started) {
      case Started.Accepted accepted -> accepted;
      case Started.UnknownWorkflow(var name, var hint) ->
          throw Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, hint)).refused();
      case Started.BadInputs(var workflow, var problems) ->
          throw Problem.of(
                  Code.INVALID_INPUT,
                  "the inputs of workflow '%s' are not right: %s"
                      .formatted(workflow, problems.getFirst()))
              .with("problems", problems)
              .refused();
      case Started.KeyUsed(var used) -> throw Keys.used(used);
    };
  }

  /// The same again with other inputs: a new run, for the same business date.
  public Answer rerunWith(Call call) throws InterruptedException {
    call.allow();
    var bytes = call.body();
    var body = JsonObject.read(bytes, "inputs", "reason");
    var id = call.run();
    var order = runs.entry(id).orElseThrow(() -> RunRoutes.unknown(runs, id)).row().order();
    var inputs = new HashMap<>(order.inputs());
    inputs.putAll(body.values("inputs"));
    var wish = new Wish(order.workflow(), inputs, Optional.of(order.businessDate()));
    var key = Keys.of(call, bytes);
    var started =
        accepted(
            started(
                "/api/v1/runs/%s/rerun-with".formatted(id),
                () -> requests.start(call.user(), List.of(wish), key)));
    Map<String, Object> details = new HashMap<>();
    body.find("reason").ifPresent(why -> details.put("why", why));
    details.put("after", "run again as " + ids(started).getFirst());
    audit.record(new Act(call.user(), "run rerun-with", id.toString(), details));
    return single(entry(started));
  }

  private static List<Wish> wishes(JsonObject body) {
    var objects = body.objects("runs", RUN);
    if (objects.isEmpty() || objects.size() > MOST) {
      throw Problem.of(
              Code.BAD_REQUEST,
              "'runs' is to have 1 to %d runs, not %d".formatted(MOST, objects.size()))
          .refused();
    }
    return objects.stream().map(RunStart::wish).toList();
  }

  private static Wish wish(JsonObject run) {
    var only = run.only(RUN);
    return new Wish(only.text("workflow"), only.values("inputs"), only.findDate("businessDate"));
  }

  /// Waits for the commit, but not for ever: the caller may ask again with the same key.
  Started started(String what, Callable<Started> start) throws InterruptedException {
    var asked = threads.submit(start);
    try {
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw Problems.of(failure, "POST " + what).refused();
    } catch (TimeoutException late) {
      throw Problem.again(
              Code.OUTCOME_UNKNOWN,
              "no answer within %d seconds: the runs may have been started, or not; ask again with the same Idempotency-Key"
                  .formatted(PATIENCE_SECONDS))
          .refused();
    }
  }

  private static Answer batch(List<RunId> ids) {
    return Answer.json(
        201, new Batch(ids.stream().map(id -> new Id(id.toString())).toList()), Map.of());
  }

  private Answer single(RunEntry run) {
    var place = "/api/v1/runs/" + run.row().id();
    return Answer.json(201, summary.of(run), Map.of("Location", place));
  }
}
