package outturn.http.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import outturn.engine.run.Rebuild;
import outturn.engine.run.RunState;
import outturn.engine.verb.Allowed;
import outturn.engine.verb.Command;
import outturn.engine.verb.Standing;
import outturn.engine.verb.Verb;
import outturn.engine.verb.Verdict;
import outturn.http.identity.Places;
import outturn.http.json.JsonObject;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Problems;
import outturn.http.route.Answer;
import outturn.http.route.Call;
import outturn.runtime.project.InForce;
import outturn.store.identity.Role;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;
import outturn.store.run.WholeRun;

/// What operators do to many runs at once, chosen by a filter; it may be looked at before it is
/// done.
public final class ManyRuns {
  private static final String[] BODY = {
    "verb", "task", "reason", "extent", "outputs", "level", "filter", "limit", "preview"
  };
  private static final String[] FILTER = {
    "workflow", "project", "states", "businessDate", "backfill"
  };

  private final RunReader runs;
  private final InForce inForce;
  private final RunVerbs verbs;
  private final Places places;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("operate-", 0).factory());

  public ManyRuns(RunReader runs, InForce inForce, RunVerbs verbs, Places places) {
    this.places = places;
    this.runs = runs;
    this.inForce = inForce;
    this.verbs = verbs;
  }

  private record Line(
      String run,
      String workflow,
      LocalDate businessDate,
      String result,
      Optional<String> before,
      Optional<String> after,
      Optional<String> reason) {}

  /// @param more whether the filter has more runs than the limit
  private record Operated(
      boolean preview, long done, long unchanged, long refused, boolean more, List<Line> runs) {}

  public Answer operate(Call call) throws InterruptedException {
    call.allow();
    var body = JsonObject.read(call.body(), BODY);
    var verb = Verbs.of(body);
    boolean preview = body.isTrue("preview");
    int limit = body.has("limit") ? body.whole("limit") : RunReader.MOST - 1;
    if (limit < 1 || limit >= RunReader.MOST) {
      throw bad("'limit' is to be from 1 to %d, not %d".formatted(RunReader.MOST - 1, limit));
    }
    var found =
        runs.newest(filter(body.object("filter", FILTER), verb), Optional.empty(), limit + 1);
    var chosen = found.subList(0, Math.min(limit, found.size()));
    var lines = new ArrayList<Line>();
    var asked = new ArrayList<Future<Line>>();
    for (var entry : chosen) {
      var command =
          new Command(
              entry.row().id(),
              body.find("task"),
              verb,
              call.user(),
              body.find("reason").orElse(""));
      boolean may = call.may(Role.OPERATOR, places.of(entry));
      asked.add(
          threads.submit(
              () -> may ? (preview ? looked(entry, command) : done(entry, command)) : not(entry)));
    }
    for (var each : asked) lines.add(result(each));
    return Answer.json(
        new Operated(
            preview,
            count(lines, "done"),
            count(lines, "unchanged"),
            count(lines, "refused"),
            found.size() > limit,
            lines));
  }

  private static long count(List<Line> lines, String result) {
    return lines.stream().filter(line -> line.result().equals(result)).count();
  }

  private static Line result(Future<Line> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException failure) {
      throw Problems.of(failure, "POST /api/v1/operations").refused();
    }
  }

  /// Without states: those that the verb is for.
  private static RunFilter filter(JsonObject filter, Verb verb) {
    var states = filter.has("states") ? states(filter.textList("states")) : usual(verb);
    return new RunFilter(
        filter.find("workflow"),
        filter.find("project"),
        states,
        filter.findDate("businessDate"),
        Optional.empty(),
        RunFilter.Called.SHOWN,
        filter.find("backfill"));
  }

  private static Set<RunState> usual(Verb verb) {
    return switch (verb) {
      case Verb.Rerun _, Verb.ForceSuccess _, Verb.ForceFailure _ ->
          Set.of(RunState.FAILED, RunState.CANCELLED);
      case Verb.Hold _,
          Verb.Release _,
          Verb.Skip _,
          Verb.Cancel _,
          Verb.Kill _,
          Verb.RunNow _,
          Verb.Bypass _,
          Verb.Prioritise _ ->
          Set.of(RunState.WAITING, RunState.RUNNING);
    };
  }

  private static Set<RunState> states(List<String> words) {
    try {
      return Set.copyOf(words.stream().map(RunState::of).toList());
    } catch (IllegalArgumentException unknown) {
      throw bad("'filter.states' are states such as waiting, running and failed, not " + words);
    }
  }

  private static Line not(RunEntry entry) {
    return line(
        entry, new Verdict.Refused("this needs the role operator for project " + entry.project()));
  }

  private Line done(RunEntry entry, Command command) {
    return line(entry, verbs.verdict(command, Optional.empty()));
  }

  private Line looked(RunEntry entry, Command command) {
    var whole = runs.run(entry.row().id());
    return line(
        entry,
        whole
            .map(rows -> verdict(rows, command))
            .orElseGet(() -> new Verdict.Refused("the run is not kept any more")));
  }

  /// What would come of it, as far as is known before it is done.
  private Verdict verdict(WholeRun whole, Command command) {
    var row = whole.run().row();
    var run = Rebuild.run(row, inForce.version(row.version()), whole.attempts(), whole.marks());
    return Allowed.objection(run, command)
        .orElseGet(() ->
            new Verdict.Done(
                command
                    .task()
                    .map(task -> Standing.of(run.task(task)))
                    .orElseGet(() -> Standing.of(run)),
                ""));
  }

  private static Line line(RunEntry entry, Verdict verdict) {
    var order = entry.row().order();
    var id = entry.row().id().toString();
    return switch (verdict) {
      case Verdict.Done(var before, var after) ->
          new Line(
              id,
              order.workflow(),
              order.businessDate(),
              "done",
              Optional.of(before),
              Optional.of(after).filter(text -> !text.isEmpty()),
              Optional.empty());
      case Verdict.Unchanged(var state) ->
          new Line(
              id,
              order.workflow(),
              order.businessDate(),
              "unchanged",
              Optional.of(state),
              Optional.of(state),
              Optional.empty());
      case Verdict.Refused(var reason) ->
          new Line(
              id,
              order.workflow(),
              order.businessDate(),
              "refused",
              Optional.empty(),
              Optional.empty(),
              Optional.of(reason));
    };
  }

  private static RuntimeException bad(String detail) {
    return Problem.of(Code.BAD_REQUEST, detail).refused();
  }
}
