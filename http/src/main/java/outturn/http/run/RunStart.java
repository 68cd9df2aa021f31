package outturn.http.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outturn.engine.decide.Event;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Problems;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.run.RunRequests;
import outturn.runtime.run.Started;
import outturn.runtime.run.Wish;
import outturn.store.run.RunEntry;
import outturn.store.run.RunReader;

/// Starts runs: one, or many together.
public final class RunStart {
  private static final int MOST = 1_000;
  private static final int LONGEST_KEY = 200;
  private static final int PATIENCE_SECONDS = 20;
  private static final String[] RUN = {"workflow", "inputs", "businessDate"};

  private final RunRequests requests;
  private final RunReader runs;
  private final RunSummary summary;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("start-", 0).factory());

  public RunStart(RunRequests requests, RunReader runs, RunSummary summary) {
    this.requests = requests;
    this.runs = runs;
    this.summary = summary;
  }

  private record Id(String id) {}

  private record Batch(List<Id> runs) {}

  public Answer start(Call call) throws InterruptedException {
    call.allow();
    var body = call.body();
    var wish = JsonObject.read(body, "workflow", "inputs", "businessDate", "runs");
    boolean batch = wish.has("runs");
    var wishes = batch ? wishes(wish.only("runs")) : List.of(wish(wish));
    var key = call.header("Idempotency-Key").map(text -> key(call, text, body));
    var started = started("/api/v1/runs", () -> requests.start(call.user(), wishes, key));
    return switch (started) {
      case Started.Runs(var rows) ->
          batch
              ? batch(rows.stream().map(Rows.RunRow::id).toList())
              : single(summary.entry(rows.getFirst()));
      case Started.Before(var ids) ->
          batch ? batch(ids) : single(runs.entry(ids.getFirst()).orElseThrow());
      case Started.UnknownWorkflow _, Started.BadInputs _, Started.KeyUsed _ -> refused(started);
    };
  }

  /// Why nothing was started.
  static Answer refused(Started started) {
    return switch (started) {
      case Started.Runs _, Started.Before _ ->
          throw new IllegalArgumentException("it was started: " + started);
      case Started.UnknownWorkflow(var name, var hint) ->
          Problem.of(Code.NOT_FOUND, "no workflow '%s'; %s".formatted(name, hint)).answer();
      case Started.BadInputs(var workflow, var problems) ->
          Problem.of(
                  Code.INVALID_INPUT,
                  "the inputs of workflow '%s' are not right: %s"
                      .formatted(workflow, problems.getFirst()))
              .with("problems", problems)
              .answer();
      case Started.KeyUsed(var used) ->
          Problem.of(
                  Code.IDEMPOTENCY_CONFLICT,
                  "the Idempotency-Key '%s' came with another request within the last 24 hours; use a new one"
                      .formatted(used))
              .answer();
    };
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

  static Event.Key key(Call call, String text, byte[] body) {
    if (text.isBlank() || text.length() > LONGEST_KEY) {
      throw Problem.of(
              Code.BAD_REQUEST, "an Idempotency-Key has 1 to %d characters".formatted(LONGEST_KEY))
          .refused();
    }
    return new Event.Key(call.user(), text, hash(body));
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
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
