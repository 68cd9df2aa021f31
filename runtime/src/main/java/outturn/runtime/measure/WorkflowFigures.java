package outturn.runtime.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Figure;
import outturn.definition.measure.Measure.Source.OfWorkflow;
import outturn.definition.project.Project;
import outturn.definition.workflow.Deadline;
import outturn.definition.workflow.Workflow;
import outturn.outcome.period.Periods;
import outturn.store.measure.RunFigures;

/// What the runs of a workflow amount to, by the period that their business date is in. A period
/// without runs has no figure.
final class WorkflowFigures {
  private final RunFigures figures;
  private final Project project;
  private final Measure measure;
  private final Periods periods;

  WorkflowFigures(RunFigures figures, Project project, Measure measure) {
    this.figures = figures;
    this.project = project;
    this.measure = measure;
    this.periods = new Periods(measure.rhythm().cadence());
  }

  List<Given> of(OfWorkflow source, Span span) {
    return switch (source.figure()) {
      case SUCCESS_RATE -> successRate(source, span);
      case DURATION -> duration(source, span);
      case LATENESS -> lateness(source, span);
    };
  }

  /// Runs that succeeded, of those that succeeded or failed.
  private List<Given> successRate(OfWorkflow source, Span span) {
    var succeeded = new TreeMap<LocalDate, Integer>();
    var ended = new TreeMap<LocalDate, Integer>();
    for (var day : days(source, span)) {
      var period = periods.of(day.businessDate());
      succeeded.merge(period, day.succeeded(), Integer::sum);
      ended.merge(period, day.succeeded() + day.failed(), Integer::sum);
    }
    var given = new ArrayList<Given>();
    ended.forEach((period, all) ->
        given.add(
            new Given(
                period,
                "",
                OptionalDouble.empty(),
                OptionalDouble.of(succeeded.getOrDefault(period, 0)),
                OptionalDouble.of(all))));
    return given;
  }

  /// The mean from start to end of those that succeeded.
  private List<Given> duration(OfWorkflow source, Span span) {
    var means = new Means(unit());
    for (var day : days(source, span)) {
      means.add(periods.of(day.businessDate()), day.seconds(), day.succeeded());
    }
    return means.given();
  }

  /// The mean time after the deadline; what was in time counts as none.
  private List<Given> lateness(OfWorkflow source, Span span) {
    var workflow = project.workflows().find(source.workflow()).orElseThrow();
    var deadline = deadline(workflow, source.deadline());
    var finishes =
        deadline
            .task()
            .map(task -> figures.finishes(workflow.name(), task, span.firstDay(), span.lastDay()))
            .orElseGet(() -> figures.finishes(workflow.name(), span.firstDay(), span.lastDay()));
    var means = new Means(unit());
    for (var finish : finishes) {
      var late =
          Duration.between(
              deadline.due(finish.businessDate(), finish.due(), workflow.timezone()), finish.at());
      means.add(periods.of(finish.businessDate()), Math.max(0, late.toMillis() / 1000.0), 1);
    }
    return means.given();
  }

  private static Deadline deadline(Workflow workflow, Optional<String> name) {
    return workflow.deadlines().stream()
        .filter(each -> name.filter(each.name()::equals).isPresent())
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "workflow '%s' has no deadline '%s'".formatted(workflow.name(), name.orElse(""))));
  }

  private List<RunFigures.Day> days(OfWorkflow source, Span span) {
    return figures.days(source.workflow(), span.firstDay(), span.lastDay());
  }

  /// Seconds in one unit of the measure.
  private double unit() {
    var unit = measure.quantity().unit().orElse("seconds").toLowerCase(Locale.ROOT);
    return switch (unit) {
      case "seconds", "s" -> 1;
      case "minutes", "min" -> Duration.ofMinutes(1).toSeconds();
      case "hours", "h" -> Duration.ofHours(1).toSeconds();
      case "days", "d" -> Duration.ofDays(1).toSeconds();
      default ->
          throw new IllegalStateException(
              "measure '%s' has the unit '%s'; a %s is in seconds, minutes, hours or days"
                  .formatted(
                      measure.name(), unit, Figure.DURATION.name().toLowerCase(Locale.ROOT)));
    };
  }

  /// Means of seconds by period, in a unit.
  private static final class Means {
    private final double unit;
    private final SortedMap<LocalDate, Double> sums = new TreeMap<>();
    private final SortedMap<LocalDate, Integer> counts = new TreeMap<>();

    Means(double unit) {
      this.unit = unit;
    }

    void add(LocalDate period, double seconds, int count) {
      if (count == 0) return;
      sums.merge(period, seconds, Double::sum);
      counts.merge(period, count, Integer::sum);
    }

    List<Given> given() {
      var given = new ArrayList<Given>();
      sums.forEach((period, seconds) -> {
        double mean = seconds / unit / counts.getOrDefault(period, 1);
        given.add(
            new Given(
                period,
                "",
                OptionalDouble.of(mean),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
      });
      return given;
    }
  }
}
