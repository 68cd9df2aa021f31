package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.workflow.Deadline;
import outturn.engine.duration.Durations;
import outturn.engine.postmortem.Happened;
import outturn.engine.postmortem.Part;
import outturn.engine.postmortem.PostMortem;
import outturn.engine.postmortem.Verdict;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.RunId;
import outturn.runtime.project.InForce;
import outturn.store.forecast.PastWork;
import outturn.store.forecast.Prediction;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.run.RunReader;

/// Tells of runs with deadlines what made them late, or kept them in time, and what had been
/// predicted when.
public final class PostMortems {
  private final RunReader runs;
  private final InForce inForce;
  private final Rows rows;

  /// Where the past is read.
  public record Rows(TaskDurations durations, PastWork work, Predictions predictions) {}

  public PostMortems(RunReader runs, InForce inForce, Rows rows) {
    this.runs = runs;
    this.inForce = inForce;
    this.rows = rows;
  }

  /// Of one deadline.
  ///
  /// @param told empty when what was promised has not ended, or nothing of it was done
  /// @param pools that a part waited for, by the place of the part
  /// @param predicted the oldest first
  public record Told(
      Subject subject,
      Deadline deadline,
      Instant due,
      End end,
      Optional<PostMortem> told,
      Map<Integer, Pools> pools,
      List<Prediction> predicted) {}

  /// What became of what was promised.
  ///
  /// @param at when the last of it was over; empty while it is open, and of a task that was
  ///   cancelled before its turn came
  public record End(Verdict verdict, Optional<Instant> at) {}

  /// What a part waited for, and who held it, the longest first.
  public record Pools(List<String> names, List<PastWork.Worked> holders) {}

  /// Of all deadlines of a run; empty when there is no such run.
  public Optional<List<Told>> of(RunId id) {
    return runs.run(id)
        .map(found -> LiveRun.of(found, inForce.version(found.run().row().version()), List.of()))
        .map(this::of);
  }

  private List<Told> of(LiveRun run) {
    var happened = happened(run);
    var usual = usual(run);
    var predicted = rows.predictions().of(run.run().id());
    var all = new ArrayList<Told>();
    for (var deadline : run.workflow().deadlines()) {
      var subject = run.subject();
      var due = deadline.due(subject.businessDate(), subject.due(), subject.zone());
      var told =
          over(run, deadline)
              ? PostMortem.of(happened, deadline.task(), due, usual)
              : Optional.<PostMortem>empty();
      all.add(
          new Told(
              subject,
              deadline,
              due,
              end(run, deadline, due, told),
              told,
              told.map(each -> pools(run, each)).orElse(Map.of()),
              predicted.stream().filter(each -> each.deadline().equals(deadline.name())).toList()));
    }
    return all;
  }

  /// Whether what was promised has ended, or never will.
  private static boolean over(LiveRun run, Deadline deadline) {
    boolean ended = deadline.task().map(task -> run.run().task(task).state().ended()).orElse(false);
    return ended || run.ended();
  }

  private static End end(LiveRun run, Deadline deadline, Instant due, Optional<PostMortem> told) {
    if (!over(run, deadline)) return new End(Verdict.OPEN, Optional.empty());
    var state = run.run().state();
    if (deadline.task().isEmpty()) {
      var at = told.map(PostMortem::finish).or(() -> run.times().ended());
      return new End(Verdict.of(state, due, at), at);
    }
    var task = run.run().task(deadline.task().get());
    var at = told.map(PostMortem::finish).or(() -> run.ended(task.name()));
    if (!task.state().ended()) at = run.times().ended();
    return new End(Verdict.of(state, task.state(), due, at), at);
  }

  private static Happened happened(LiveRun run) {
    var tries = new HashMap<String, List<Happened.Try>>();
    run.attempts()
        .forEach((task, attempts) -> {
          var made = tries(run, task, attempts);
          if (!made.isEmpty()) tries.put(task, made);
        });
    return new Happened(run.subject().due(), run.since(), run.workflow().graph(), tries);
  }

  private static List<Happened.Try> tries(LiveRun run, String task, List<AttemptRow> attempts) {
    boolean listed = attempts.stream().anyMatch(each -> each.id().item() != 0);
    if (listed) {
      return run
          .itemBegan(task)
          .or(() -> run.began(task))
          .flatMap(began -> run.ended(task).map(ended -> new Happened.Try(began, ended)))
          .stream()
          .toList();
    }
    return attempts.stream().flatMap(each -> tried(each).stream()).toList();
  }

  /// What was forced, or failed before it began, took no time.
  private static Optional<Happened.Try> tried(AttemptRow attempt) {
    var times = attempt.times();
    boolean atOnce =
        attempt.state() == AttemptState.SUCCEEDED || attempt.state() == AttemptState.FAILED;
    var began = times.started().or(() -> atOnce ? times.ended() : Optional.empty());
    return began.flatMap(from -> times.ended().map(to -> new Happened.Try(from, to)));
  }

  /// The medians of other dates.
  private Map<String, Duration> usual(LiveRun run) {
    var usual = new HashMap<String, Duration>();
    var learned = rows.durations().find(run.workflow().name());
    learned
        .tasks()
        .forEach((task, durations) ->
            median(durations, run.subject().businessDate()).ifPresent(m -> usual.put(task, m)));
    return usual;
  }

  private static Optional<Duration> median(Durations durations, LocalDate except) {
    var lengths =
        durations.done().stream()
            .filter(done -> done.day() != except.toEpochDay())
            .mapToLong(Durations.Done::millis)
            .sorted()
            .toArray();
    if (lengths.length == 0) return Optional.empty();
    return Optional.of(Duration.ofMillis(lengths[lengths.length / 2]));
  }

  private Map<Integer, Pools> pools(LiveRun run, PostMortem told) {
    var waited = new HashMap<Integer, Pools>();
    for (int place = 0; place < told.parts().size(); place++) {
      var part = told.parts().get(place);
      if (part.kind() != Part.Kind.WAIT) continue;
      var graph = run.workflow().graph();
      var pools = graph.task(graph.place(part.task())).rules().pools().keySet();
      if (pools.isEmpty()) continue;
      var holders = rows.work().between(using(pools), part.from(), part.to(), run.run().id());
      waited.put(place, new Pools(pools.stream().sorted().toList(), holders));
    }
    return waited;
  }

  /// The tasks in force that hold any of these pools.
  private List<PastWork.Named> using(Set<String> pools) {
    return inForce.workflows().stream()
        .map(InForce.Entry::value)
        .flatMap(workflow ->
            workflow.graph().tasks().stream()
                .filter(task -> task.rules().pools().keySet().stream().anyMatch(pools::contains))
                .map(task -> new PastWork.Named(workflow.name(), task.name())))
        .toList();
  }
}
