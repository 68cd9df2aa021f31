package outturn.http.run;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.precedence.Priority;
import outturn.definition.text.Nearest;
import outturn.engine.decide.Event;
import outturn.engine.run.RunId;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.backfill.Backfill;
import outturn.runtime.backfill.BackfillPlan;
import outturn.runtime.backfill.Backfills;
import outturn.runtime.project.InForce;
import outturn.runtime.run.Started;
import outturn.store.run.RunReader;

/// Runs of a workflow for many business dates: what they would be, their start, how far they are,
/// and their end.
public final class BackfillRoutes {
  private static final int MOST = 1_000;
  private static final int LONGEST_SPAN = 3_660;
  private static final String[] FIELDS = {
    "from",
    "to",
    "calendarDays",
    "atOnce",
    "newestFirst",
    "again",
    "priority",
    "inputs",
    "reason",
    "preview"
  };

  private final InForce inForce;
  private final RunReader runs;
  private final Backfills backfills;
  private final RunStart start;

  public BackfillRoutes(InForce inForce, RunReader runs, Backfills backfills, RunStart start) {
    this.inForce = inForce;
    this.runs = runs;
    this.backfills = backfills;
    this.start = start;
  }

  private record Skipped(LocalDate businessDate, String state) {}

  private record Planned(
      Optional<String> backfill,
      String workflow,
      int atOnce,
      List<LocalDate> dates,
      List<Skipped> skipped) {}

  private record Progress(String backfill, Map<String, Long> runs) {}

  public Answer start(Call call) throws InterruptedException {
    call.allow();
    var bytes = call.body();
    var body = JsonObject.read(bytes, FIELDS);
    var key = Keys.of(call, bytes);
    var before = key.flatMap(this::before);
    if (before.isPresent()) return started(before.get());
    var backfill = backfill(call.path("name"), body);
    var plan = plan(backfill);
    if (body.isTrue("preview") || plan.dates().isEmpty()) {
      return Answer.json(planned(Optional.empty(), backfill, plan));
    }
    if (plan.dates().size() > MOST) {
      throw bad(
          "a backfill has at most %d dates, and these are %d; make several, each of a part of them"
              .formatted(MOST, plan.dates().size()));
    }
    var what = "/api/v1/workflows/%s/backfill".formatted(backfill.workflow());
    var started = start.started(what, () -> backfills.start(call.user(), backfill, plan, key));
    return switch (RunStart.accepted(started)) {
      case Started.Runs(var rows) ->
          Answer.json(
              201, planned(rows.getFirst().order().terms().backfill(), backfill, plan), Map.of());
      case Started.Before(var ids) ->
          Answer.json(201, planned(ofRun(ids.getFirst()), backfill, plan), Map.of());
    };
  }

  /// The backfill that the same request started before.
  private Optional<String> before(Event.Key key) {
    return runs.kept(key.principal(), key.key())
        .filter(kept -> kept.bodyHash().equals(key.bodyHash()))
        .flatMap(kept -> ofRun(kept.run()));
  }

  private Optional<String> ofRun(RunId run) {
    return runs.entry(run).flatMap(entry -> entry.row().order().terms().backfill());
  }

  private Answer started(String id) {
    return Answer.json(200, progress(id), Map.of());
  }

  private Backfill backfill(String workflow, JsonObject body) {
    var from = body.date("from");
    var to = body.date("to");
    if (to.isBefore(from))
      throw bad("'to' is %s, and that is before 'from', %s".formatted(to, from));
    if (ChronoUnit.DAYS.between(from, to) > LONGEST_SPAN) {
      throw bad("from %s to %s are more than %d days".formatted(from, to, LONGEST_SPAN));
    }
    var span =
        new Backfill.Span(
            from,
            to,
            body.isTrue("calendarDays") ? Backfill.Days.CALENDAR : Backfill.Days.SCHEDULED,
            body.isTrue("newestFirst")
                ? Backfill.Direction.NEWEST_FIRST
                : Backfill.Direction.OLDEST_FIRST,
            body.isTrue("again") ? Backfill.Done.AGAIN : Backfill.Done.SKIPPED);
    return new Backfill(
        workflow,
        span,
        number(body, "atOnce", 1, MOST, 1),
        number(body, "priority", Priority.LOWEST, Priority.HIGHEST, Priority.LOWEST),
        body.values("inputs"),
        body.find("reason"));
  }

  private static int number(JsonObject body, String name, int least, int most, int otherwise) {
    if (!body.has(name)) return otherwise;
    int number = body.whole(name);
    if (number >= least && number <= most) return number;
    throw bad("'%s' is a whole number from %d to %d, not %d".formatted(name, least, most, number));
  }

  private static RuntimeException bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }

  private BackfillPlan plan(Backfill backfill) {
    var name = backfill.workflow();
    var workflow =
        inForce
            .workflow(name)
            .orElseThrow(() ->
                Problem.of(
                        Code.NOT_FOUND,
                        "no workflow '%s'; %s"
                            .formatted(
                                name, Nearest.hint(name, InForce.names(inForce.workflows()))))
                    .refused());
    try {
      return backfills.plan(workflow.value(), backfill.span());
    } catch (UnknownYear unknown) {
      throw bad("%s; or take the days as they are: calendarDays".formatted(unknown.getMessage()));
    }
  }

  private static Planned planned(Optional<String> id, Backfill backfill, BackfillPlan plan) {
    var skipped =
        new TreeMap<>(plan.skipped())
            .entrySet().stream()
                .map(each -> new Skipped(each.getKey(), each.getValue().word()))
                .toList();
    return new Planned(id, backfill.workflow(), backfill.atOnce(), plan.dates(), skipped);
  }

  private Progress progress(String id) {
    var counts = new TreeMap<String, Long>();
    backfills.progress(id).forEach((state, count) -> counts.put(state.word(), count));
    if (counts.isEmpty()) {
      throw Problem.of(Code.NOT_FOUND, "no backfill '%s'".formatted(id)).refused();
    }
    return new Progress(id, counts);
  }

  public Answer show(Call call) {
    call.allow();
    return Answer.json(progress(call.path("id")));
  }

  public Answer cancel(Call call) {
    call.allow();
    var id = call.path("id");
    var body = call.body();
    Optional<String> reason =
        body.length == 0 ? Optional.empty() : JsonObject.read(body, "reason").find("reason");
    var progress = progress(id);
    backfills.cancel(id, call.user(), reason);
    return Answer.json(202, progress, Map.of());
  }
}
