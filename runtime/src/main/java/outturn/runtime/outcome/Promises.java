package outturn.runtime.outcome;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.Output;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.outcome.gauge.Promise;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;
import outturn.store.measure.RunFigures;

/// How often the outputs of services in force kept their promises, over the window of each.
public final class Promises {
  private static final Duration USUAL = Duration.ofDays(30);

  private final InForce inForce;
  private final MeasureValues values;
  private final RunFigures figures;
  private final InstantSource clock;

  public Promises(InForce inForce, MeasureValues values, RunFigures figures, InstantSource clock) {
    this.inForce = inForce;
    this.values = values;
    this.figures = figures;
    this.clock = clock;
  }

  public List<Promise> all() {
    return inForce.services().stream()
        .map(InForce.Entry::value)
        .flatMap(service -> service.outputs().stream().map(output -> promise(service, output)))
        .toList();
  }

  private Promise promise(Service service, Output output) {
    var window = output.window().orElse(USUAL);
    return new Promise(service, output, output.kept().flatMap(kept -> score(kept, window)));
  }

  private Optional<Promise.Score> score(Kept kept, Duration window) {
    return switch (kept) {
      case Kept.ByMeasure(var measure, var atLeast) -> ofMeasure(measure, atLeast, window);
      case Kept.ByDeadline(var workflow, var deadline) ->
          inForce
              .workflow(workflow)
              .map(InForce.Entry::value)
              .flatMap(each -> ofDeadline(each, deadline, window));
    };
  }

  /// The values of the window; where it is shorter than a period, the latest.
  private Optional<Promise.Score> ofMeasure(String name, double atLeast, Duration window) {
    var measure = inForce.measure(name).map(InForce.Entry::value);
    if (measure.isEmpty()) return Optional.empty();
    var now = clock.instant();
    var known = values.of(measure.get(), now);
    if (known.isEmpty()) return Optional.empty();
    var from = LocalDate.ofInstant(now.minus(window), measure.get().rhythm().timezone());
    var inside =
        known.tailMap(from).isEmpty() ? known.tailMap(known.lastKey()) : known.tailMap(from);
    int reached = (int) inside.values().stream().filter(value -> value >= atLeast).count();
    return Optional.of(new Promise.Score(reached, inside.size()));
  }

  /// Business dates on which something ended, and those of them on which it was in time.
  private Optional<Promise.Score> ofDeadline(Workflow workflow, String name, Duration window) {
    var deadline =
        workflow.deadlines().stream().filter(each -> each.name().equals(name)).findFirst();
    if (deadline.isEmpty()) return Optional.empty();
    var to = LocalDate.ofInstant(clock.instant(), workflow.timezone());
    var from = to.minusDays(window.toDays());
    var all = new HashSet<LocalDate>();
    figures.days(workflow.name(), from, to).forEach(day -> all.add(day.businessDate()));
    var inTime = new HashSet<LocalDate>();
    for (var finish : finishes(workflow, deadline.get(), from, to)) {
      var date = finish.businessDate();
      all.add(date);
      var due = deadline.get().due(date, finish.due(), workflow.timezone());
      if (!finish.at().isAfter(due)) inTime.add(date);
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Promise.Score(inTime.size(), all.size()));
  }

  private List<RunFigures.Finish> finishes(
      Workflow workflow, Deadline deadline, LocalDate from, LocalDate to) {
    return deadline
        .task()
        .map(task -> figures.finishes(workflow.name(), task, from, to))
        .orElseGet(() -> figures.finishes(workflow.name(), from, to));
  }
}
