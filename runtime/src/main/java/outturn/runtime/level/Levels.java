package outturn.runtime.level;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.service.Service;
import outturn.definition.service.Service.Kept;
import outturn.definition.service.Service.Output;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.outcome.gauge.Promise;
import outturn.outcome.level.Level;
import outturn.outcome.level.Occasions;
import outturn.outcome.level.Worked;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.project.InForce;
import outturn.store.measure.RunFigures;

/// How the outputs of services in force keep their promises, over the window of each, made of rows
/// when it is asked for.
public final class Levels {
  private final InForce inForce;
  private final MeasureValues values;
  private final RunFigures figures;
  private final InstantSource clock;

  public Levels(InForce inForce, MeasureValues values, RunFigures figures, InstantSource clock) {
    this.inForce = inForce;
    this.values = values;
    this.figures = figures;
    this.clock = clock;
  }

  /// Of all outputs, by service.
  public List<Level> all() {
    return inForce.services().stream().flatMap(service -> of(service.value()).stream()).toList();
  }

  /// Of the outputs of a service, in written order.
  public List<Level> of(Service service) {
    var now = clock.instant();
    return service.outputs().stream().map(output -> level(service, output, now)).toList();
  }

  /// How often each output kept its promise, for the gauge.
  public List<Promise> promises() {
    return all().stream()
        .map(level -> new Promise(level.service(), level.output(), score(level)))
        .toList();
  }

  private static Optional<Promise.Score> score(Level level) {
    var tally = level.tally();
    return tally.due() == 0
        ? Optional.empty()
        : Optional.of(new Promise.Score(tally.met(), tally.due()));
  }

  private Level level(Service service, Output output, Instant now) {
    if (output.kept().isEmpty()) return none(service, output, now);
    return switch (output.kept().get()) {
      case Kept.ByMeasure(var measure, var atLeast) ->
          ofMeasure(service, output, measure, atLeast, now);
      case Kept.ByDeadline(var workflow, var deadline) ->
          inForce
              .workflow(workflow)
              .map(InForce.Entry::value)
              .flatMap(each -> ofDeadline(service, output, each, deadline, now))
              .orElseGet(() -> none(service, output, now));
    };
  }

  private static Level none(Service service, Output output, Instant now) {
    var span = Level.Span.of(output, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return Level.of(service, output, span, List.of());
  }

  /// The values of the window; where it is shorter than a period, the latest.
  private Level ofMeasure(
      Service service, Output output, String name, double atLeast, Instant now) {
    var measure = inForce.measure(name).map(InForce.Entry::value);
    if (measure.isEmpty()) return none(service, output, now);
    var today = LocalDate.ofInstant(now, measure.get().rhythm().timezone());
    var span = Level.Span.of(output, today);
    var known = values.of(measure.get(), now);
    if (known.isEmpty()) return Level.of(service, output, span, List.of());
    var inside = known.tailMap(span.from());
    if (inside.isEmpty()) inside = known.tailMap(known.lastKey());
    return Level.of(service, output, span, Occasions.byMeasure(inside, atLeast));
  }

  private Optional<Level> ofDeadline(
      Service service, Output output, Workflow workflow, String name, Instant now) {
    return workflow.deadlines().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(deadline -> {
          var zone = workflow.timezone();
          var span = Level.Span.of(output, LocalDate.ofInstant(now, zone));
          var worked = worked(workflow, deadline, span);
          return Level.of(service, output, span, Occasions.byDeadline(deadline, zone, worked, now));
        });
  }

  private List<Worked> worked(Workflow workflow, Deadline deadline, Level.Span span) {
    Map<LocalDate, List<Worked.Finish>> finishes = new HashMap<>();
    for (var finish : finishes(workflow, deadline, span)) {
      finishes
          .computeIfAbsent(finish.businessDate(), _ -> new ArrayList<>())
          .add(new Worked.Finish(finish.due(), finish.at()));
    }
    return figures.dates(workflow.name(), span.from(), span.to()).stream()
        .map(date ->
            new Worked(
                date.businessDate(),
                date.due(),
                date.isWanted(),
                finishes.getOrDefault(date.businessDate(), List.of())))
        .toList();
  }

  private List<RunFigures.Finish> finishes(Workflow workflow, Deadline deadline, Level.Span span) {
    return deadline
        .task()
        .map(task -> figures.finishes(workflow.name(), task, span.from(), span.to()))
        .orElseGet(() -> figures.finishes(workflow.name(), span.from(), span.to()));
  }
}
