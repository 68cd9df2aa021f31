package outturn.http.now;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outturn.definition.ahead.Window;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.engine.reason.Reason;
import outturn.engine.reason.Reasons;
import outturn.engine.run.RunState;
import outturn.http.ahead.LineJson;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.http.run.RunLook;
import outturn.http.run.RunSummary;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.hold.Hold;
import outturn.runtime.project.InForce;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// The work of this moment: what lives, what failed and was not made good, what comes next.
public final class NowRoutes {
  private static final Duration BACK = Duration.ofHours(12);
  private static final Duration FAILED_WITHIN = Duration.ofDays(2);
  private static final Duration FORWARD = Duration.ofHours(12);
  private static final int MOST_LIVE = 200;
  private static final int MOST_FAILED = 50;
  private static final int MOST_PAST = 300;
  private static final int MOST_COMING = 50;
  // Each asks the database for the rows of one run.
  private static final int MOST_WHYS = 20;

  private final RunReader runs;
  private final RunLook look;
  private final RunSummary summary;
  private final Ahead ahead;
  private final Work work;
  private final Shared shared;

  /// What is looked at beside the runs.
  public record Work(InForce inForce, Hold hold, InstantSource clock) {}

  public NowRoutes(RunReader runs, RunLook look, RunSummary summary, Ahead ahead, Work work) {
    this.runs = runs;
    this.look = look;
    this.summary = summary;
    this.ahead = ahead;
    this.work = work;
    this.shared = new Shared(work.clock());
  }

  /// @param heldSince of a restored copy, which starts nothing
  /// @param live runs that are not over, with why and by when
  /// @param failed runs that failed lately, where the workflow's newest run is not a better one
  /// @param past runs of the last hours, for a picture of the day
  /// @param coming the starts of the next hours
  private record Now(
      Instant asOf,
      Optional<Instant> heldSince,
      List<Map<String, @Nullable Object>> live,
      List<Map<String, @Nullable Object>> failed,
      List<Map<String, @Nullable Object>> past,
      List<Map<String, @Nullable Object>> coming) {}

  public Answer show(Call call) {
    call.allow();
    return shared.answer(this::answer);
  }

  private Answer answer() {
    var now = work.clock().instant();
    var all = RunFilter.ALL.withoutCalled();
    var live =
        runs.newest(all.states(RunState.RUNNING, RunState.WAITING), Optional.empty(), MOST_LIVE);
    var past =
        runs.newest(all, Optional.empty(), MOST_PAST).stream()
            .filter(run -> run.row().times().created().isAfter(now.minus(BACK)))
            .toList();
    var window = new Window(now, now.plus(FORWARD));
    var coming = ahead.lines(Optional.empty(), window, Optional.empty(), MOST_COMING);
    return Answer.json(
        new Now(
            now,
            work.hold().since(),
            live(live, now),
            failed(now).stream().map(this::line).toList(),
            past.stream().map(this::line).toList(),
            coming.stream().map(this::start).toList()));
  }

  private List<Map<String, @Nullable Object>> live(List<RunEntry> live, Instant now) {
    // The oldest have waited longest: theirs is the reason that is asked for first.
    var asked = live.stream().map(run -> run.row().id()).sorted().limit(MOST_WHYS).toList();
    return live.stream()
        .map(run -> {
          var json = line(run);
          var reason =
              asked.contains(run.row().id())
                  ? look.at(run.row().id()).flatMap(seen -> Reasons.first(seen.reasons()))
                  : Optional.<Reason>empty();
          json.put(
              "reason",
              reason
                  .map(each -> Map.of("kind", each.kind().word(), "text", each.text()))
                  .orElse(null));
          json.put("late", json.get("deadline") instanceof Instant by && by.isBefore(now));
          return json;
        })
        .toList();
  }

  /// Failed runs that nobody has made good: neither the same run done again, nor a later one.
  private List<RunEntry> failed(Instant now) {
    var failed =
        runs
            .newest(
                RunFilter.ALL.withoutCalled().states(RunState.FAILED),
                Optional.empty(),
                MOST_FAILED)
            .stream()
            .filter(run -> run.row().times().ended().orElse(now).isAfter(now.minus(FAILED_WITHIN)))
            .toList();
    var newest =
        runs.recent(
            failed.stream().map(run -> run.row().order().workflow()).distinct().toList(), 1);
    return failed.stream()
        .filter(run ->
            newest.getOrDefault(run.row().order().workflow(), List.of()).stream()
                .noneMatch(last -> last.state() == RunState.SUCCEEDED))
        .toList();
  }

  private Map<String, @Nullable Object> start(Ahead.Foreseen foreseen) {
    var json = LineJson.of(foreseen);
    json.put("title", title(foreseen.line().starter().workflow()));
    return json;
  }

  private @Nullable String title(String workflow) {
    return work.inForce().workflow(workflow).map(each -> each.value().about().title()).orElse(null);
  }

  private Map<String, @Nullable Object> line(RunEntry run) {
    var json = summary.of(run);
    var name = run.row().order().workflow();
    var workflow = work.inForce().workflow(name).map(InForce.Entry::value);
    json.put("title", title(name));
    json.put("deadline", workflow.flatMap(each -> deadline(each, run)).orElse(null));
    return json;
  }

  /// The first of its deadlines.
  private static Optional<Instant> deadline(Workflow workflow, RunEntry run) {
    var order = run.row().order();
    var due = order.due().orElse(run.row().times().created());
    return workflow.deadlines().stream()
        .map((Deadline each) -> each.due(order.businessDate(), due, workflow.timezone()))
        .min(Comparator.naturalOrder());
  }
}
