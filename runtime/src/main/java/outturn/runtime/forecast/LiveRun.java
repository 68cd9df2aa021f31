package outturn.runtime.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.EvaluationFailed;
import outturn.definition.expression.Template;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;
import outturn.engine.duration.Sampler;
import outturn.engine.forecast.Standing;
import outturn.engine.forecast.Work;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Rebuild;
import outturn.engine.run.Rows;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Run;
import outturn.engine.run.RunState;
import outturn.engine.run.TaskRun;
import outturn.engine.run.Version;
import outturn.engine.schedule.Turns;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;
import outturn.runtime.forecast.learn.Lengths;
import outturn.store.run.WholeRun;

/// A run that lives, as its rows were when they were last read.
///
/// @param key its id, in letters
/// @param attempts by task, oldest first
/// @param open what it waits for of other workflows before it begins
record LiveRun(
    String key,
    Subject subject,
    Rows.Times times,
    Run run,
    Map<String, List<AttemptRow>> attempts,
    List<Waiting.Need> open)
    implements Candidate {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  LiveRun {
    attempts = Map.copyOf(attempts);
    open = List.copyOf(open);
  }

  static LiveRun of(WholeRun rows, Version version, List<Waiting.Need> open) {
    var run = Rebuild.run(rows.run().row(), version, rows.attempts(), rows.marks());
    var attempts = new HashMap<String, List<AttemptRow>>();
    for (var attempt : rows.attempts()) {
      attempts.computeIfAbsent(attempt.id().task(), _ -> new ArrayList<>()).add(attempt);
    }
    var subject = subject(rows.run().project(), run);
    return new LiveRun(subject.key(), subject, rows.run().row().times(), run, attempts, open);
  }

  private static Subject subject(String project, Run run) {
    var order = run.order();
    return new Subject(
        project,
        order.workflow(),
        Optional.of(run.id()),
        order.businessDate(),
        order.due().orElseGet(() -> run.id().time()),
        run.workflow().timezone());
  }

  /// How far it is, as [outturn.store.forecast.LiveIds#stamps] counts it.
  long stamp() {
    return attempts.values().stream()
        .flatMap(List::stream)
        .map(AttemptRow::times)
        .mapToLong(each -> 1 + each.started().stream().count() + each.ended().stream().count())
        .sum();
  }

  @Override
  public Workflow workflow() {
    return run.workflow();
  }

  @Override
  public Map<String, Object> inputs() {
    return run.order().inputs();
  }

  @Override
  public int priority() {
    return run.priority();
  }

  @Override
  public List<Task> ahead() {
    return run.tasks().stream().filter(task -> !task.state().ended()).map(TaskRun::task).toList();
  }

  @Override
  public Map<String, Integer> turns() {
    var turns = new HashMap<>(run.order().terms().turns());
    for (var group : Turns.groupsOf(run)) turns.putIfAbsent(group, waits() ? 1 : UNLIMITED);
    return turns;
  }

  @Override
  public List<Wanted> wants() {
    return open.stream().map(Waiting.Need::wanted).toList();
  }

  @Override
  public boolean waits() {
    return run.state() == RunState.WAITING;
  }

  @Override
  public Instant earliest() {
    return since();
  }

  @Override
  public Map<String, Work> works(Lengths lengths, List<Policy> policies, Instant now) {
    var samplers = samplers(lengths);
    var standings = new Standings(this, now);
    var works = new HashMap<String, Work>();
    for (var task : run.tasks()) {
      var standing = standings.of(task);
      var held = Governors.held(policies, workflow().name(), task.task());
      works.put(task.name(), new Work(standing, length(task, standing, samplers), held));
    }
    return works;
  }

  /// A wait for an instant that can be worked out takes exactly until then.
  private Sampler length(TaskRun task, Standing standing, Map<String, Sampler> samplers) {
    var usual = samplers.getOrDefault(task.name(), Sampler.fixed(Duration.ZERO));
    if (!(standing instanceof Standing.Running(var since, _))) return usual;
    if (!(task.task().action() instanceof Action.Wait.Until(var instant))) return usual;
    return until(task, instant).map(at -> Sampler.fixed(Duration.between(since, at))).orElse(usual);
  }

  private Optional<Instant> until(TaskRun task, Template instant) {
    try {
      return Action.Wait.Until.at(instant.text(run.scope(task, 0)), workflow().timezone());
    } catch (EvaluationFailed unknown) {
      return Optional.empty();
    }
  }

  boolean ended() {
    return run.state().ended();
  }

  /// When it began, or else when it was made.
  Instant since() {
    return times.started().orElse(times.created());
  }

  /// When something of a task began first.
  Optional<Instant> began(String task) {
    return times(task).stream()
        .flatMap(each -> each.times().started().stream())
        .min(Instant::compareTo);
  }

  /// When the first item of a list began.
  Optional<Instant> itemBegan(String task) {
    return times(task).stream()
        .filter(each -> each.id().item() >= 0)
        .flatMap(each -> each.times().started().stream())
        .min(Instant::compareTo);
  }

  /// When the first item of a list began, since the list was last opened: it is opened anew when
  /// items are done again.
  Optional<Instant> listBegan(String task) {
    var opened =
        times(task).stream()
            .filter(each -> each.id().item() == AttemptId.FRAME)
            .flatMap(each -> each.times().started().stream())
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    return times(task).stream()
        .filter(each -> each.id().item() != AttemptId.FRAME)
        .flatMap(each -> each.times().started().stream())
        .filter(began -> !began.isBefore(opened))
        .min(Instant::compareTo);
  }

  /// How long it took: the attempt that ended last, or all of a list. Empty where that never began.
  Optional<Duration> took(TaskRun task) {
    if (task.fanned()) {
      return listBegan(task.name())
          .flatMap(began -> ended(task.name()).map(ended -> Duration.between(began, ended)));
    }
    return times(task.name()).stream()
        .filter(each -> each.times().ended().isPresent())
        .max(Comparator.comparing(each -> each.times().ended().orElseThrow()))
        .flatMap(last ->
            last.times()
                .started()
                .map(began -> Duration.between(began, last.times().ended().orElseThrow())));
  }

  /// When the last attempt of a task began.
  Optional<Instant> lastBegan(String task) {
    return times(task).stream()
        .flatMap(each -> each.times().started().stream())
        .max(Instant::compareTo);
  }

  /// When all of a task was over, as far as it is.
  Optional<Instant> ended(String task) {
    return times(task).stream()
        .flatMap(each -> each.times().ended().stream())
        .max(Instant::compareTo);
  }

  private Collection<AttemptRow> times(String task) {
    return attempts.getOrDefault(task, List.of());
  }
}
