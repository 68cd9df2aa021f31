package outturn.runtime.stake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import outturn.definition.service.Service.Kept;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.RunState;
import outturn.outcome.stake.Threat;
import outturn.outcome.stake.Threat.Standing;
import outturn.runtime.project.InForce;
import outturn.store.measure.RunFigures;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// The deadlines of services that have passed while the work is not done: of runs that live, and of
/// runs that failed lately and that nobody has made good. It predicts nothing.
public final class LateRuns implements Supplier<List<Threat>> {
  private static final Duration FAILED_WITHIN = Duration.ofDays(2);
  private static final int MOST = 50;

  private final InForce inForce;
  private final RunReader runs;
  private final RunFigures figures;
  private final InstantSource clock;

  public LateRuns(InForce inForce, RunReader runs, RunFigures figures, InstantSource clock) {
    this.inForce = inForce;
    this.runs = runs;
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public List<Threat> get() {
    var now = clock.instant();
    return promised().flatMap(kept -> late(kept, now).stream()).toList();
  }

  /// The deadlines that keep promises of services, each once.
  private Stream<Kept.ByDeadline> promised() {
    return inForce.services().stream()
        .flatMap(service -> service.value().outputs().stream())
        .flatMap(output -> output.kept().stream())
        .filter(Kept.ByDeadline.class::isInstance)
        .map(Kept.ByDeadline.class::cast)
        .distinct();
  }

  private List<Threat> late(Kept.ByDeadline kept, Instant now) {
    var workflow = inForce.workflow(kept.workflow());
    if (workflow.isEmpty()) return List.of();
    var late = new ArrayList<Threat>();
    for (var run : newestByDate(kept.workflow(), now).values()) {
      // A run has the deadlines of the version that it began with.
      var own = inForce.version(run.row().version()).workflows().get(kept.workflow());
      var deadline = Optional.ofNullable(own).flatMap(it -> deadline(it, kept.deadline()));
      if (own == null || deadline.isEmpty()) continue;
      var due = due(run, deadline.get(), own);
      if (!due.isBefore(now) || isDone(run, deadline.get())) continue;
      late.add(threat(workflow.get().project(), run, kept.deadline(), due));
    }
    return late;
  }

  private static Optional<Deadline> deadline(Workflow workflow, String name) {
    return workflow.deadlines().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Of several runs for a business date the newest is the one that counts.
  private Map<LocalDate, RunEntry> newestByDate(String workflow, Instant now) {
    var all = RunFilter.ALL.withoutCalled().workflow(workflow);
    var live = runs.newest(all.states(RunState.RUNNING, RunState.WAITING), Optional.empty(), MOST);
    var failed =
        runs.newest(all.states(RunState.FAILED), Optional.empty(), MOST).stream()
            .filter(run -> run.row().times().ended().orElse(now).isAfter(now.minus(FAILED_WITHIN)));
    var newest = new LinkedHashMap<LocalDate, RunEntry>();
    Stream.concat(live.stream(), failed)
        .forEach(run -> newest.putIfAbsent(run.row().order().businessDate(), run));
    return newest;
  }

  private static Instant due(RunEntry run, Deadline deadline, Workflow workflow) {
    var order = run.row().order();
    var start = order.due().orElse(run.row().times().created());
    return deadline.due(order.businessDate(), start, workflow.timezone());
  }

  private boolean isDone(RunEntry run, Deadline deadline) {
    var order = run.row().order();
    var date = order.businessDate();
    var finishes =
        deadline
            .task()
            .map(task -> figures.finishes(order.workflow(), task, date, date))
            .orElseGet(() -> figures.finishes(order.workflow(), date, date));
    return !finishes.isEmpty();
  }

  private static Threat threat(String project, RunEntry run, String deadline, Instant due) {
    var order = run.row().order();
    var promised =
        new Threat.Promised(
            project,
            order.workflow(),
            Optional.of(run.row().id().toString()),
            order.businessDate(),
            deadline);
    var cause = run.row().state() == RunState.FAILED ? "Its run failed." : "";
    return new Threat(promised, due, 0, Optional.empty(), Optional.empty(), Standing.LATE, cause);
  }
}
