package outturn.engine.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.definition.workflow.Failure;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;

/// Makes runs in memory from their rows: the state that deciding left, and no other.
public final class Rebuild {
  private Rebuild() {}

  /// @param attempts all rows of the run, in any order
  /// @param marks all that operators have said of it and that lasts
  public static Run run(RunRow row, Version version, List<AttemptRow> attempts, List<Mark> marks) {
    var run = new Run(row.id(), row.order(), version);
    row.cancelledBy().ifPresent(run::cancelledBy);
    run.become(row.state());
    if (row.times().started().isPresent()) run.restoreBegun();
    for (var mark : marks) take(run, mark);
    Map<String, List<AttemptRow>> byTask =
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.id().task()));
    for (var task : run.tasks()) {
      restore(run, task, byTask.getOrDefault(task.name(), List.of()));
      if (task.state().ended()) run.taskEnded();
    }
    return run;
  }

  private static void take(Run run, Mark mark) {
    if (mark.task().isEmpty()) {
      switch (mark.kind()) {
        case HOLD -> run.hold(mark.by());
        case BYPASS -> run.bypass();
        case AGAIN, CANCEL -> {}
      }
      return;
    }
    var task = run.task(mark.task().get());
    switch (mark.kind()) {
      case HOLD -> task.hold(mark.by());
      case AGAIN -> task.restoreSince(mark.history());
      case BYPASS -> task.bypass();
      case CANCEL -> task.askToCancel();
    }
  }

  private static void restore(Run run, TaskRun task, List<AttemptRow> rows) {
    if (!task.fanned()) {
      restore(run, task, task.whole(), 0, rows);
      return;
    }
    Map<Integer, List<AttemptRow>> byItem =
        rows.stream().collect(Collectors.groupingBy(row -> row.id().item()));
    byItem.forEach((item, all) -> {
      if (item != AttemptId.FRAME) task.restoreEarlier(item, Math.min(last(all), task.since(item)));
    });
    var frames = byItem.getOrDefault(AttemptId.FRAME, List.of());
    var frame = counting(task, AttemptId.FRAME, frames);
    if (frame.isPresent()) {
      restoreItems(run, task, frame.get(), byItem);
      return;
    }
    var neverTried = counting(task, 0, byItem.getOrDefault(0, List.of()));
    task.whole()
        .restore(
            last(frames),
            Math.max(last(frames), 0),
            0,
            neverTried
                .map(row -> state(run, task, row, 0, 0))
                .orElseGet(() -> notBegun(run, task)));
    neverTried.ifPresent(row -> task.restoreEarlier(0, row.id().attempt()));
  }

  private static UnitState notBegun(Run run, TaskRun task) {
    boolean over = run.cancelledBy().isPresent() && run.state().ended();
    return run.wants(task) && !over ? new UnitState.Waiting() : new UnitState.Cancelled();
  }

  private static int last(List<AttemptRow> rows) {
    return rows.stream().mapToInt(row -> row.id().attempt()).max().orElse(-1);
  }

  /// The last row of an item, unless all its rows are history.
  private static Optional<AttemptRow> counting(TaskRun task, int item, List<AttemptRow> rows) {
    return rows.stream()
        .filter(row -> row.id().attempt() > task.since(item))
        .max(Comparator.comparingInt(row -> row.id().attempt()));
  }

  private static void restoreItems(
      Run run, TaskRun task, AttemptRow frame, Map<Integer, List<AttemptRow>> byItem) {
    if (!(frame.outputs().get("items") instanceof List<?> list)) {
      throw new IllegalStateException("frame without items: " + frame.id());
    }
    task.restore(List.copyOf(list), frame.id().attempt());
    int begun =
        byItem.entrySet().stream()
            .filter(item -> item.getKey() != AttemptId.FRAME)
            .filter(item -> counting(task, item.getKey(), item.getValue()).isPresent())
            .mapToInt(item -> item.getKey() + 1)
            .max()
            .orElse(0);
    for (int item = 0; item < begun; item++) {
      var rows = byItem.getOrDefault(item, List.of());
      if (counting(task, item, rows).isEmpty() && run.wants(task)) {
        task.restoreAgain(last(rows));
      } else {
        var unit = new Unit();
        restore(run, task, unit, item, rows);
        task.restoreItem(unit);
      }
    }
    switch (frame.state()) {
      case SUCCEEDED, FAILED -> task.whole().become(task.joined());
      case CANCELLED, LOST, SKIPPED -> task.whole().become(new UnitState.Cancelled());
      case RUNNING -> {}
    }
  }

  private static void restore(Run run, TaskRun task, Unit unit, int item, List<AttemptRow> rows) {
    var last = counting(task, item, rows);
    int made = Math.max(Math.max(task.since(item), 0), restoreRounds(task, unit, item, rows));
    int losses =
        (int)
            rows.stream()
                .filter(row -> row.id().attempt() > Math.max(task.since(item), made))
                .filter(row -> row.state() == AttemptState.LOST)
                .count();
    var state =
        last.map(row -> state(run, task, row, row.id().attempt() - made - losses, losses))
            .orElseGet(() -> notBegun(run, task));
    unit.restore(last(rows), made, losses, state);
    last.filter(row -> row.state() == AttemptState.SUCCEEDED && row.times().started().isPresent())
        .ifPresent(row -> repeated(run, task, unit, row));
  }

  /// Takes the rounds before the last attempt from rows, and answers the number of the last of
  /// them.
  private static int restoreRounds(TaskRun task, Unit unit, int item, List<AttemptRow> rows) {
    int newest = last(rows);
    var rounds =
        rows.stream()
            .filter(row -> row.id().attempt() > task.since(item))
            .filter(row -> row.state() == AttemptState.SUCCEEDED && row.id().attempt() < newest)
            .mapToInt(row -> row.id().attempt())
            .summaryStatistics();
    unit.restoreRounds((int) rounds.getCount());
    return rounds.getCount() == 0 ? 0 : rounds.getMax();
  }

  /// A unit whose last attempt went well is done, or is to be repeated.
  private static void repeated(Run run, TaskRun task, Unit unit, AttemptRow last) {
    if (task.task().conduct().repeat().isEmpty()) return;
    int item = Math.max(0, last.id().item());
    if (!(Round.after(run, task, unit, item, last.outputs()) instanceof Round.Again(var pause))) {
      return;
    }
    unit.roundEnded();
    var until = last.times().ended().orElseThrow().plus(pause);
    var next =
        run.wants(task)
            ? new UnitState.Delayed(last.id().attempt() + 1, until)
            : new UnitState.Cancelled();
    unit.restore(last.id().attempt(), last.id().attempt(), 0, next);
  }

  private static UnitState state(Run run, TaskRun task, AttemptRow last, int tries, int losses) {
    boolean wanted = run.wants(task);
    int next = last.id().attempt() + 1;
    var retry = task.task().rules().retry();
    return switch (last.state()) {
      case RUNNING -> new UnitState.Running(last.id().attempt(), last.by().token());
      case SUCCEEDED -> new UnitState.Succeeded(last.outputs());
      case SKIPPED ->
          new UnitState.Skipped(
              last.note().or(() -> last.failure().map(Failure::message)).orElse(""));
      case CANCELLED -> new UnitState.Cancelled();
      case FAILED -> {
        var failure = last.failure().orElseThrow();
        // What failed without an attempt is not tried again.
        boolean again = last.times().started().isPresent() && retry.allows(tries, failure);
        if (!again) yield new UnitState.Failed(failure);
        if (!wanted) yield new UnitState.Cancelled();
        Instant ended = last.times().ended().orElseThrow();
        yield new UnitState.Delayed(next, ended.plus(retry.delayAfter(tries)));
      }
      case LOST ->
          switch (Loss.after(task.task(), last, losses)) {
            case FAIL -> new UnitState.Failed(Loss.FAILURE);
            case RETRY ->
                wanted ? new UnitState.Ready(next, run.id().time()) : new UnitState.Cancelled();
            case ASK -> wanted ? asking(run, next) : new UnitState.Cancelled();
          };
    };
  }

  /// Nobody is asked about a run that was cancelled.
  private static UnitState asking(Run run, int next) {
    return run.cancelledBy().isPresent()
        ? new UnitState.Failed(Loss.FAILURE)
        : new UnitState.Asking(next);
  }
}
