package outturn.engine.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.pool.Pool;
import outturn.definition.schedule.Schedule;
import outturn.definition.text.Durations;
import outturn.engine.run.Inputs;
import outturn.engine.run.Mark;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// The keeper of schedules: says of each due time what becomes of it, once.
final class DueRuns {
  /// So many due times are made up in one batch; the rest follow in the next.
  static final int MOST_AT_ONCE = 500;

  private final Batch batch;

  DueRuns(Batch batch) {
    this.batch = batch;
  }

  void applied(Event.Applied event) {
    var world = batch.world;
    event.pools().forEach(world.capacity()::size);
    event.pools().keySet().forEach(pool -> world.capacity().order(pool, order(event, pool)));
    world
        .schedules()
        .entrySet()
        .removeIf(known ->
            known.getValue().version().project().equals(event.project())
                && !event.schedules().containsKey(known.getKey()));
    event.schedules().forEach(this::take);
  }

  private static Pool.Order order(Event.Applied event, String pool) {
    return event.byWorth().contains(pool) ? Pool.Order.WORTH : Pool.Order.AGE;
  }

  private void take(long id, Event.Scheduled scheduled) {
    var known = batch.world.schedules().get(id);
    var looked = scheduled.lookedUntil();
    if (known != null && known.lookedUntil().isAfter(looked)) looked = known.lookedUntil();
    lookFrom(id, scheduled, looked);
  }

  private void lookFrom(long id, Event.Scheduled scheduled, Instant looked) {
    var now = scheduled.lookedUntil(looked);
    batch.world.schedules().put(id, now);
    lookAgain(id, now);
  }

  private void lookAgain(long id, Event.Scheduled scheduled) {
    next(scheduled.schedule(), scheduled.lookedUntil())
        .map(scheduled.schedule()::start)
        .ifPresent(start -> batch.effect(new Effect.LookAt(id, start)));
  }

  /// Empty also when its calendar does not know the year: what was applied next may know it.
  private static Optional<Instant> next(Schedule schedule, Instant after) {
    try {
      return schedule.next(after);
    } catch (UnknownYear unknown) {
      return Optional.empty();
    }
  }

  void due(long id) {
    var scheduled = batch.world.schedules().get(id);
    if (scheduled == null || !batch.looked.add(id)) return;
    var looked = absence(id, scheduled);
    int made = 0;
    for (var due = next(scheduled.schedule(), looked);
        made < MOST_AT_ONCE && isThere(scheduled.schedule(), due);
        due = next(scheduled.schedule(), looked)) {
      occur(id, scheduled, due.get());
      looked = due.get();
      made++;
    }
    if (looked.isAfter(scheduled.lookedUntil())) {
      batch.change(new Change.Looked(id, looked));
    }
    lookFrom(id, scheduled, looked);
  }

  /// Whether the run of a due time is to start by now. Later ones wait for it.
  private boolean isThere(Schedule schedule, Optional<Instant> due) {
    return due.map(schedule::start).filter(start -> !start.isAfter(batch.now)).isPresent();
  }

  /// Deals with the due times at which nobody was there and that are not made up, as one range, and
  /// answers the time from which on each one counts.
  private Instant absence(long id, Event.Scheduled scheduled) {
    var schedule = scheduled.schedule();
    var looked = scheduled.lookedUntil();
    // Who comes back within its jitter is not late.
    var jitter = schedule.rules().jitter().map(Schedule.Jitter::most).orElse(Duration.ZERO);
    var back = batch.world.attendedSince().minus(jitter);
    var first = next(schedule, looked);
    if (first.isEmpty() || !first.get().isBefore(back)) return looked;
    var catchUp = schedule.rules().catchUp();
    var from = resumeAt(schedule, back, catchUp);
    if (!first.get().isBefore(from)) return looked;
    var reason =
        "no server was there; catchUp is %s within %s"
            .formatted(
                catchUp.runs().name().toLowerCase(Locale.ROOT), Durations.text(catchUp.within()));
    batch.change(
        new Change.Occurred(
            id,
            first.get(),
            Optional.of(from),
            schedule.businessDate(first.get()),
            Change.Fate.MISSED,
            Optional.empty(),
            reason));
    batch.telling.missed(
        scheduled,
        schedule.businessDate(first.get()),
        "the starts from %s to %s were missed: %s".formatted(first.get(), from, reason));
    return from.minusNanos(1000);
  }

  /// The first due time that is still wanted after an absence.
  private static Instant resumeAt(Schedule schedule, Instant back, Schedule.CatchUp catchUp) {
    return switch (catchUp.runs()) {
      case NONE -> back;
      case ALL -> back.minus(catchUp.within());
      case LAST -> last(schedule, back.minus(catchUp.within()), back).orElse(back);
    };
  }

  /// The last due time in a span, found by looking back in growing steps.
  private static Optional<Instant> last(Schedule schedule, Instant from, Instant before) {
    var step = Duration.ofMinutes(1);
    var start = before.minus(step);
    while (start.isAfter(from) && !next(schedule, start).filter(before::isAfter).isPresent()) {
      step = step.multipliedBy(2);
      start = before.minus(step);
    }
    if (start.isBefore(from)) start = from;
    Optional<Instant> last = Optional.empty();
    for (var due = next(schedule, start);
        due.isPresent() && due.get().isBefore(before);
        due = next(schedule, due.get())) {
      last = due;
    }
    return last;
  }

  private void occur(long id, Event.Scheduled scheduled, Instant due) {
    if (scheduled.paused().isPresent()) {
      record(id, scheduled, due, Change.Fate.SKIPPED, paused(scheduled.paused().get()));
      return;
    }
    var rules = scheduled.schedule().rules();
    var tooLate =
        rules.startWithin().filter(within -> due.plus(within).isBefore(batch.now)).isPresent();
    if (tooLate) {
      var reason = "later than startWithin when it was seen";
      record(id, scheduled, due, Change.Fate.MISSED, reason);
      var text = "the start of %s was missed: %s".formatted(due, reason);
      batch.telling.missed(scheduled, scheduled.schedule().businessDate(due), text);
      return;
    }
    var turns = batch.world.turns();
    boolean busy = turns.busy(scheduled.workflow());
    switch (rules.whenRunning()) {
      case ALLOW -> start(id, scheduled, due, false);
      case QUEUE -> start(id, scheduled, due, busy);
      case SKIP -> {
        if (!busy) start(id, scheduled, due, false);
        else record(id, scheduled, due, Change.Fate.SKIPPED, running(scheduled));
      }
      case REPLACE -> {
        var others = turns.live(scheduled.workflow());
        if (start(id, scheduled, due, busy)) cancelAll(others);
      }
    }
  }

  private static String paused(Mark.By by) {
    return "the schedule is paused by %s%s"
        .formatted(by.who(), by.why().isEmpty() ? "" : ": " + by.why());
  }

  private String running(Event.Scheduled scheduled) {
    return "still running: " + batch.world.turns().live(scheduled.workflow()).getFirst();
  }

  private void cancelAll(List<RunId> runs) {
    for (var id : runs) {
      batch.world.run(id).ifPresent(run -> batch.runs.cancel(run, "schedule"));
    }
  }

  /// Makes the run of a due time, and answers whether there is one.
  private boolean start(long id, Event.Scheduled scheduled, Instant due, boolean busy) {
    var workflow = scheduled.version().workflow(scheduled.workflow()).orElseThrow();
    return switch (Inputs.of(workflow, Map.of())) {
      case Inputs.Refused(var problems) -> {
        record(id, scheduled, due, Change.Fate.SKIPPED, String.join("; ", problems));
        yield false;
      }
      case Inputs.Complete(var inputs) -> {
        var date = scheduled.schedule().businessDate(due);
        var order =
            new Order(
                scheduled.workflow(), inputs, date, Optional.of(due), new Origin.Schedule(id));
        var run = batch.world.newId(scheduled.version(), order, batch.now);
        occurred(id, due, date, Change.Fate.STARTED, Optional.of(run), "");
        begin(run, scheduled, busy ? inTurn(order) : order, due);
        yield true;
      }
    };
  }

  /// The order of a run that waits until no other of its workflow runs.
  private static Order inTurn(Order order) {
    return order.on(order.terms().turns(Map.of(order.workflow(), 1)));
  }

  private void begin(RunId run, Event.Scheduled scheduled, Order order, Instant due) {
    var begun = batch.runs.begin(run, scheduled.version(), order);
    if (begun.state() != RunState.WAITING || batch.dependencies.has(begun)) return;
    scheduled
        .schedule()
        .rules()
        .startWithin()
        .ifPresent(within -> {
          batch.change(new Change.TimerSet(Timer.start(run), due.plus(within)));
          batch.effect(new Effect.Wake(Timer.start(run), due.plus(within)));
        });
  }

  private void record(
      long id, Event.Scheduled scheduled, Instant due, Change.Fate fate, String reason) {
    occurred(id, due, scheduled.schedule().businessDate(due), fate, Optional.empty(), reason);
  }

  private void occurred(
      long id,
      Instant due,
      LocalDate businessDate,
      Change.Fate fate,
      Optional<RunId> run,
      String reason) {
    batch.change(new Change.Occurred(id, due, Optional.empty(), businessDate, fate, run, reason));
  }
}
