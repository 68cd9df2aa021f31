package outturn.engine.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.Task;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;

/// Makes runs in memory from their rows: the state that deciding left, and no other.
public final class Rebuild {
  private Rebuild() {}

  /// @param attempts all rows of the run, in any order
  public static Run run(RunRow row, Version version, List<AttemptRow> attempts) {
    var run = new Run(row.id(), row.order(), version);
    row.cancelledBy().ifPresent(run::cancelledBy);
    run.become(row.state());
    Map<String, List<AttemptRow>> byTask =
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.id().task()));
    for (var task : run.tasks()) {
      restore(run, task, byTask.getOrDefault(task.name(), List.of()));
      if (task.state().ended()) run.taskEnded();
    }
    return run;
  }

  private static void restore(Run run, TaskRun task, List<AttemptRow> rows) {
    var frame = rows.stream().filter(row -> row.id().item() == AttemptId.FRAME).findFirst();
    if (frame.isEmpty()) {
      if (!rows.isEmpty()) restore(run, task, task.whole(), rows);
      else if (neverBegins(run, task)) task.whole().become(new UnitState.Cancelled());
      return;
    }
    if (!(frame.get().outputs().get("items") instanceof List<?> list)) {
      throw new IllegalStateException("frame without items: " + frame.get().id());
    }
    Map<Integer, List<AttemptRow>> byItem =
        rows.stream()
            .filter(row -> row.id().item() != AttemptId.FRAME)
            .collect(Collectors.groupingBy(row -> row.id().item()));
    int begun = byItem.keySet().stream().mapToInt(item -> item + 1).max().orElse(0);
    task.restore(List.copyOf(list), begun);
    for (int item = 0; item < begun; item++) {
      var itemRows = byItem.getOrDefault(item, List.of());
      restore(run, task, task.unit(item), itemRows);
      if (task.unit(item).state().ended()) task.itemEnded(item);
    }
    switch (frame.get().state()) {
      case SUCCEEDED, FAILED -> task.whole().become(task.joined());
      case CANCELLED, LOST, SKIPPED -> task.whole().become(new UnitState.Cancelled());
      case RUNNING -> {}
    }
  }

  private static void restore(Run run, TaskRun task, Unit unit, List<AttemptRow> rows) {
    int settled = restoreRounds(unit, rows);
    int losses =
        (int)
            rows.stream()
                .filter(row -> row.state() == AttemptState.LOST && row.id().attempt() > settled)
                .count();
    var last = rows.stream().max(Comparator.comparingInt(row -> row.id().attempt()));
    int attempts = last.map(row -> row.id().attempt()).orElse(0);
    var state =
        last.map(row -> state(run, task.task(), row, attempts - settled - losses, losses))
            .orElseGet(() -> neverBegan(run, task.task()));
    unit.restore(attempts, losses, state);
    last.filter(row -> row.state() == AttemptState.SUCCEEDED)
        .ifPresent(row -> repeated(run, task, unit, row));
  }

  /// Takes the rounds before the last attempt from rows, and answers the number of the last of
  /// them.
  private static int restoreRounds(Unit unit, List<AttemptRow> rows) {
    int newest = rows.stream().mapToInt(row -> row.id().attempt()).max().orElse(0);
    var rounds =
        rows.stream()
            .filter(row -> row.state() == AttemptState.SUCCEEDED && row.id().attempt() < newest)
            .mapToInt(row -> row.id().attempt())
            .summaryStatistics();
    int last = rounds.getCount() == 0 ? 0 : rounds.getMax();
    unit.restoreRounds((int) rounds.getCount(), last);
    return last;
  }

  /// A unit whose last attempt went well is done, or is to be repeated.
  private static void repeated(Run run, TaskRun task, Unit unit, AttemptRow last) {
    if (task.task().conduct().repeat().isEmpty()) return;
    int item = Math.max(0, last.id().item());
    if (!(Round.after(run, task, item, last.outputs()) instanceof Round.Again(var pause))) return;
    unit.roundEnded();
    var until = last.times().ended().orElseThrow().plus(pause);
    var next =
        run.wants(task.task())
            ? new UnitState.Delayed(last.id().attempt() + 1, until)
            : new UnitState.Cancelled();
    unit.restore(unit.attempts(), 0, next);
  }

  private static boolean neverBegins(Run run, TaskRun task) {
    boolean over = run.cancelledBy().isPresent() && run.state().ended();
    return over || !run.wants(task.task());
  }

  private static UnitState neverBegan(Run run, Task task) {
    if (!run.wants(task)) return new UnitState.Cancelled();
    return new UnitState.Ready(1, run.id().time());
  }

  private static UnitState state(Run run, Task task, AttemptRow last, int tries, int losses) {
    boolean wanted = run.wants(task);
    int next = last.id().attempt() + 1;
    return switch (last.state()) {
      case RUNNING -> new UnitState.Running(last.id().attempt(), last.by().token());
      case SUCCEEDED -> new UnitState.Succeeded(last.outputs());
      case SKIPPED ->
          new UnitState.Skipped(
              last.note().or(() -> last.failure().map(Failure::message)).orElse(""));
      case CANCELLED -> new UnitState.Cancelled();
      case FAILED -> {
        var failure = last.failure().orElseThrow();
        boolean again = next > 1 && task.rules().retry().allows(tries, failure);
        if (!again) yield new UnitState.Failed(failure);
        if (!wanted) yield new UnitState.Cancelled();
        Instant ended = last.times().ended().orElseThrow();
        yield new UnitState.Delayed(next, ended.plus(task.rules().retry().delayAfter(tries)));
      }
      case LOST ->
          switch (Loss.after(task, last, losses)) {
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
