package outturn.testkit;

import java.time.Instant;
import java.util.Map;
import outturn.engine.Ledger;
import outturn.engine.decide.Event;

/// Every due time has started a run once, or is recorded as missed or skipped once.
final class DueTimesOnce {
  private final Ledger rows;

  DueTimesOnce(Ledger rows) {
    this.rows = rows;
  }

  void check(Map<Long, Event.Scheduled> schedules) {
    schedules.forEach(this::check);
  }

  /// No due time up to then was forgotten.
  void checkThatAllIsLookedAt(Map<Long, Event.Scheduled> schedules, Instant upTo) {
    schedules.forEach((id, scheduled) -> {
      var from = rows.lookedUntil(id).orElse(scheduled.lookedUntil());
      var next = next(scheduled, from);
      Witness.check(
          scheduled.schedule().start(next).isAfter(upTo),
          () -> "schedule %d, %s: never looked at".formatted(id, next));
    });
  }

  private static Instant next(Event.Scheduled scheduled, Instant after) {
    return scheduled.schedule().next(after).orElseThrow();
  }

  private void check(long id, Event.Scheduled scheduled) {
    var looked = rows.lookedUntil(id);
    if (looked.isEmpty()) return;
    var due = scheduled.lookedUntil();
    while (true) {
      due = next(scheduled, due);
      if (due.isAfter(looked.get())) return;
      long times = covering(id, due);
      var time = due;
      Witness.check(times == 1, () -> "schedule %d, %s: %d times".formatted(id, time, times));
    }
  }

  private long covering(long id, Instant due) {
    return rows.occurrences().stream()
        .filter(it -> it.schedule() == id)
        .filter(it ->
            it.until()
                .map(until -> !due.isBefore(it.due()) && due.isBefore(until))
                .orElse(it.due().equals(due)))
        .count();
  }
}
