package outturn.runtime.stake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outturn.definition.service.Service.Kept;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.engine.run.RunState;
import outturn.outcome.stake.Ends;
import outturn.outcome.stake.Over;
import outturn.outcome.stake.Threat;
import outturn.outcome.stake.Threat.Promised;
import outturn.outcome.stake.Threat.Standing;
import outturn.runtime.project.InForce;
import outturn.store.measure.RunFigures;
import outturn.store.measure.RunFigures.Finish;
import outturn.store.run.RunEntry;
import outturn.store.run.RunFilter;
import outturn.store.run.RunReader;

/// What is decided of a promise for a business date, as rows have it: it was done, or cancelled, or
/// is promised no more. A run that failed decides nothing: another may make it good.
public final class Settled {
  private static final int MOST = 50;

  private final InForce inForce;
  private final RunReader runs;
  private final RunFigures figures;

  public Settled(InForce inForce, RunReader runs, RunFigures figures) {
    this.inForce = inForce;
    this.runs = runs;
    this.figures = figures;
  }

  /// @param workflow that was to keep the promise
  /// @param output as in [outturn.outcome.stake.Stake#outputName]
  record Promise(String workflow, LocalDate date, String output) {}

  /// The deadline that keeps the promise of an output.
  Optional<String> deadline(Promise promise) {
    return inForce.services().stream()
        .flatMap(service ->
            service.value().outputs().stream()
                .filter(each -> (service.name() + "/" + each.name()).equals(promise.output())))
        .flatMap(output -> output.kept().stream())
        .filter(Kept.ByDeadline.class::isInstance)
        .map(Kept.ByDeadline.class::cast)
        .filter(kept -> kept.workflow().equals(promise.workflow()))
        .map(Kept.ByDeadline::deadline)
        .findFirst();
  }

  /// How it was decided; empty while it is open.
  Optional<Over> of(Promise promise, Ends ends, Instant now) {
    var workflow = inForce.workflow(promise.workflow());
    var deadline =
        deadline(promise)
            .flatMap(name ->
                workflow.stream()
                    .flatMap(each -> each.value().deadlines().stream())
                    .filter(each -> each.name().equals(name))
                    .findFirst());
    if (workflow.isEmpty() || deadline.isEmpty()) {
      return Optional.of(Over.promisedNoMore(promise.output()));
    }
    var about = new About(workflow.get().project(), workflow.get().value(), deadline.get());
    return done(about, promise, ends, now).or(() -> cancelled(about, promise, ends, now));
  }

  private record About(String project, Workflow workflow, Deadline deadline) {
    Threat threat(LocalDate date, Instant begin, Standing standing, Optional<Instant> end) {
      var promised =
          new Promised(project, workflow.name(), Optional.empty(), date, deadline.name());
      var due = deadline.due(date, begin, workflow.timezone());
      return new Threat(promised, due, 0, end, end, standing, "");
    }
  }

  /// The run that was done first counts, as it does for the level of the service.
  private Optional<Over> done(About about, Promise promise, Ends ends, Instant now) {
    var date = promise.date();
    var whole = figures.finishes(promise.workflow(), date, date);
    var first =
        about
            .deadline()
            .task()
            .map(task -> figures.finishes(promise.workflow(), task, date, date))
            .orElse(whole)
            .stream()
            .min(Comparator.comparing(Finish::at));
    if (first.isPresent()) {
      var end = first.get().at();
      var threat = about.threat(date, first.get().due(), Standing.DONE_LATE, Optional.of(end));
      return Optional.of(Over.done(threat, end, promise.output(), ends, now));
    }
    if (whole.isEmpty()) return Optional.empty();
    return Optional.of(Over.withoutIt(date, promise.output()));
  }

  private Optional<Over> cancelled(About about, Promise promise, Ends ends, Instant now) {
    var filter =
        RunFilter.ALL.withoutCalled().workflow(promise.workflow()).businessDate(promise.date());
    List<RunEntry> all = runs.newest(filter, Optional.empty(), MOST);
    boolean none = all.stream().allMatch(run -> run.row().state() == RunState.CANCELLED);
    if (all.isEmpty() || !none) return Optional.empty();
    var row = all.getFirst().row();
    var begin = row.order().due().orElse(row.times().created());
    var threat = about.threat(promise.date(), begin, Standing.LATE, Optional.empty());
    return Optional.of(Over.cancelled(threat, promise.output(), ends, now));
  }
}
