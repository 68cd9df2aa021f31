package outturn.definition.measure;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import outturn.definition.expression.ValueType;
import outturn.definition.notify.Notify;
import outturn.definition.retention.Retention;
import outturn.definition.schedule.Cron;
import outturn.definition.schedule.Schedule;
import outturn.definition.schedule.ScheduleReader;
import outturn.definition.trigger.Starts;
import outturn.definition.workflow.Action;
import outturn.definition.workflow.Graph;
import outturn.definition.workflow.Input;
import outturn.definition.workflow.Retry;
import outturn.definition.workflow.Task;
import outturn.definition.workflow.Workflow;

/// The workflow that collects a measure's values; nobody writes it.
public final class CollectionWorkflow {
  private static final String PREFIX = "collect-";
  private static final Retry RETRY =
      new Retry(
          3,
          Duration.ofMinutes(1),
          Retry.Backoff.EXPONENTIAL,
          Duration.ofMinutes(30),
          Set.of(),
          Set.of());

  private static final Input TRIAL =
      new Input("trial", ValueType.BOOLEAN, Optional.of(false), List.of(), "Record nothing");

  private CollectionWorkflow() {}

  /// `collect-` and the measure's name.
  public static String nameFor(String measure) {
    return PREFIX + measure;
  }

  /// The workflow for a measure that has a source. Its inputs `from` and `to` are empty for the
  /// period that ended last, or the limits of a backfill; with `trial` the values are told and not
  /// recorded.
  ///
  /// @param notify who is told of its runs
  public static Workflow of(Measure measure, Notify notify) {
    var task =
        new Task(
            "collect",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            new Action.Collect(measure.name()),
            new Task.Rules(RETRY, Optional.empty(), Map.of(), Task.OnLost.RETRY),
            Map.of());
    return new Workflow(
        nameFor(measure.name()),
        new Workflow.About(
            "Collect: " + measure.about().title(),
            Optional.empty(),
            measure.about().owner(),
            Retention.USUAL),
        measure.rhythm().timezone(),
        List.of(limit("from", "First day"), limit("to", "Last day"), TRIAL),
        new Graph(List.of(task)),
        Starts.by(List.of(schedule(measure.rhythm()))),
        new Workflow.Watched(List.of(), notify));
  }

  private static Input limit(String name, String title) {
    return new Input(name, ValueType.DATE, Optional.of(""), List.of(), title);
  }

  private static Schedule schedule(Measure.Rhythm rhythm) {
    var rules =
        new Schedule.Rules(
            new Schedule.CatchUp(Schedule.CatchUp.Runs.LAST, rhythm.cadence().longest()),
            Schedule.WhenRunning.QUEUE,
            Optional.empty());
    return new Schedule(
        "collect",
        cron(rhythm.cadence(), rhythm.lag()),
        Schedule.Span.ALWAYS,
        rhythm.timezone(),
        ScheduleReader.CLOCK_CHANGE_DEFAULT,
        Schedule.Days.ALL,
        rules);
  }

  /// Two in the night after a period's end, later by the lag.
  static Cron cron(Measure.Cadence cadence, Duration lag) {
    // Counted in a common year that begins on a Monday; no month lacks the 28th.
    var due = LocalDateTime.of(2018, 1, 1, 2, 0).plus(lag);
    var time = due.getMinute() + " " + due.getHour();
    var day = Math.min(due.getDayOfMonth(), 28);
    return Cron.parse(
        switch (cadence) {
          case DAILY -> time + " * * *";
          case WEEKLY -> time + " * * " + due.getDayOfWeek().getValue() % 7;
          case MONTHLY -> "%s %d * *".formatted(time, day);
          case QUARTERLY -> "%s %d %s *".formatted(time, day, quarters(due.getMonthValue()));
          case YEARLY -> "%s %d %d *".formatted(time, day, due.getMonthValue());
        });
  }

  private static String quarters(int month) {
    return IntStream.range(0, 4)
        .map(quarter -> (month - 1 + 3 * quarter) % 12 + 1)
        .sorted()
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }
}
