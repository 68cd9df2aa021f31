package outturn.testkit.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import outturn.definition.notify.Occasion;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.FailureKind;
import outturn.engine.Ledger;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;
import outturn.engine.news.News;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Order;
import outturn.engine.run.Origin;
import outturn.engine.run.Rows;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.RunState;

/// Batches such as the engine makes, for the rows as they are: and now and then one with a value
/// that no database takes.
final class RandomBatches {
  static final List<Long> SCHEDULES = List.of(1L, 2L);

  private static final Instant START = RandomHistory.START;

  private final Random random;
  private final RandomValues values;
  private final Ledger rows;
  private final RunIds ids = new RunIds(RunId.firstAt(START));
  private final List<RunRow> added = new ArrayList<>();
  private final List<AttemptRow> begun = new ArrayList<>();
  private final List<Change> batch = new ArrayList<>();
  private final Set<Object> touched = new HashSet<>();
  private long counter;

  /// @param rows what has been written so far
  RandomBatches(Random random, Ledger rows) {
    this.random = random;
    this.values = new RandomValues(random);
    this.rows = rows;
  }

  /// @param messages that may be taken by it
  List<Change> batch(List<Long> messages) {
    added.clear();
    begun.clear();
    batch.clear();
    touched.clear();
    values.spoil(random.nextInt(8) == 0);
    for (int moves = random.nextInt(8); moves >= 0; moves--) move();
    if (!messages.isEmpty() && random.nextInt(3) == 0) {
      batch.add(new Change.MessageTaken(one(messages)));
    }
    values.spoil(false);
    return List.copyOf(batch);
  }

  /// A batch that is about nothing that another one could be about.
  List<Change> aside() {
    return List.of(new Change.Audited(act(), time()));
  }

  /// Of a message or an act.
  Map<String, Object> body() {
    values.spoil(random.nextInt(10) == 0);
    var body = values.map();
    values.spoil(false);
    return body;
  }

  private void move() {
    switch (random.nextInt(11)) {
      case 0, 1 -> addRun();
      case 9 -> mark();
      case 10 -> reopen();
      case 2 -> changeRun();
      case 3 -> addAttempt();
      case 4 -> changeAttempt();
      case 5 -> timer();
      case 6 -> pool();
      case 7 -> schedule();
      case 8 -> request();
      default -> throw new AssertionError();
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Instant time() {
    return START.plusMillis(++counter);
  }

  private Optional<Instant> maybeTime() {
    return random.nextBoolean() ? Optional.of(time()) : Optional.empty();
  }

  private void addRun() {
    var id = ids.next(random.nextInt(4) * 21, START);
    var order =
        new Order(
            "load",
            values.map(),
            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)),
            maybeTime(),
            origin(id),
            terms());
    var times = new Rows.Times(time(), Optional.empty(), Optional.empty());
    var row = new RunRow(id, order, 1, RunState.WAITING, times, Optional.empty());
    added.add(row);
    batch.add(new Change.RunAdded(row));
  }

  private Order.Terms terms() {
    if (random.nextBoolean()) return Order.Terms.NONE;
    return new Order.Terms(
        Optional.of(1 + random.nextInt(5)),
        random.nextBoolean() ? Map.of() : Map.of(values.text(), 1 + random.nextInt(3)),
        values.maybeText());
  }

  private Origin origin(RunId other) {
    return switch (random.nextInt(3)) {
      case 0 -> new Origin.User(values.text());
      case 1 -> new Origin.Schedule(one(SCHEDULES));
      default -> new Origin.Parent(new AttemptId(other, "call", random.nextInt(3), 1));
    };
  }

  private List<RunRow> live() {
    var live = new ArrayList<>(rows.liveRuns());
    live.addAll(added);
    return live;
  }

  private void mark() {
    if (live().isEmpty()) return;
    var run = one(live()).id();
    var task =
        random.nextBoolean() ? Optional.of("t" + random.nextInt(2)) : Optional.<String>empty();
    var kind = one(List.of(Mark.Kind.values()));
    if (!touched.add(List.of("mark", run, task, kind))) return;
    boolean there =
        rows.marks(run).stream().anyMatch(mark -> mark.task().equals(task) && mark.kind() == kind);
    if (there && random.nextBoolean()) {
      batch.add(new Change.MarkCleared(run, task, kind));
    } else {
      var by = new Mark.By(values.text(), values.text(), time());
      var history = random.nextBoolean() ? List.<Integer>of() : List.of(-1, random.nextInt(5));
      batch.add(new Change.MarkSet(new Mark(run, task, kind, by, history)));
    }
  }

  private void reopen() {
    var ended = rows.runs().stream().filter(row -> row.state().ended()).toList();
    if (ended.isEmpty()) return;
    var run = one(ended).id();
    if (touched.add(List.of("reopen", run))) {
      var state = random.nextBoolean() ? RunState.RUNNING : RunState.WAITING;
      batch.add(new Change.RunReopened(run, state));
    }
  }

  private void changeRun() {
    if (live().isEmpty()) return;
    var run = one(live());
    switch (random.nextInt(5)) {
      case 4 -> {
        if (!touched.add(List.of("priority", run.id()))) return;
        batch.add(new Change.Prioritised(run.id(), 1 + random.nextInt(5)));
      }
      case 0, 1 -> {
        if (run.state() != RunState.WAITING || !touched.add(List.of("start", run.id()))) return;
        batch.add(new Change.RunStarted(run.id(), time()));
      }
      case 2 -> {
        if (run.cancelledBy().isPresent() || !touched.add(List.of("cancel", run.id()))) return;
        batch.add(new Change.CancelAsked(run.id(), values.text()));
      }
      default -> {
        if (!touched.add(List.of("end", run.id()))) return;
        var state = one(List.of(RunState.SUCCEEDED, RunState.FAILED, RunState.CANCELLED));
        batch.add(new Change.RunEnded(run.id(), state, time(), values.maybeText(), 0));
      }
    }
  }

  private void addAttempt() {
    if (live().isEmpty()) return;
    var id =
        new AttemptId(
            one(live()).id(),
            one(List.of("a", "b", "c-d")),
            random.nextInt(3) - 1,
            (int) ++counter);
    var row = attempt(id, time());
    if (row.state() == AttemptState.RUNNING) begun.add(row);
    batch.add(new Change.AttemptAdded(row));
  }

  private AttemptRow attempt(AttemptId id, Instant at) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new AttemptRow(
              id,
              Rows.By.NOBODY,
              AttemptState.SKIPPED,
              new Rows.Times(at, Optional.empty(), Optional.of(at)),
              Map.of(),
              Optional.empty(),
              Optional.of(values.text()));
      case 1 ->
          new AttemptRow(
              id,
              Rows.By.NOBODY,
              AttemptState.FAILED,
              new Rows.Times(at, Optional.of(at), Optional.of(at)),
              Map.of(),
              Optional.of(Failure.of(one(List.of(FailureKind.values())), values.text())),
              Optional.empty());
      default ->
          new AttemptRow(
              id,
              new Rows.By(++counter, random.nextInt(5)),
              AttemptState.RUNNING,
              new Rows.Times(at, Optional.of(at), Optional.empty()),
              values.map(),
              Optional.empty(),
              Optional.empty());
    };
  }

  private void changeAttempt() {
    var running = new ArrayList<>(rows.runningAttempts());
    running.addAll(begun);
    if (running.isEmpty()) return;
    var attempt = one(running).id();
    if (!touched.add(attempt)) return;
    switch (random.nextInt(4)) {
      case 0 ->
          batch.add(
              new Change.AttemptMoved(attempt, new Rows.By(++counter, 1 + random.nextInt(4))));
      case 1 -> {
        var kind = one(List.of(FailureKind.values()));
        var code =
            kind == FailureKind.EXIT ? Optional.of(random.nextInt(256)) : Optional.<Integer>empty();
        var failure = Optional.of(new Failure(kind, code, values.text()));
        batch.add(new Change.AttemptEnded(attempt, AttemptState.FAILED, time(), Map.of(), failure));
      }
      default ->
          batch.add(
              new Change.AttemptEnded(
                  attempt, AttemptState.SUCCEEDED, time(), values.map(), Optional.empty()));
    }
  }

  private void timer() {
    if (random.nextInt(3) == 0 && !rows.timers().isEmpty()) {
      batch.add(
          new Change.TimerCleared(
              one(rows.timers().keySet().stream().sorted(RandomHistory.TIMERS).toList())));
      return;
    }
    if (live().isEmpty()) return;
    var kind = one(List.of(Timer.Kind.values()));
    var timer = new Timer(one(live()).id(), kind, "a", random.nextInt(3), (int) ++counter);
    batch.add(new Change.TimerSet(timer, START.plusSeconds(random.nextInt(5))));
  }

  private void pool() {
    var held = rows.grants().keySet().stream().sorted().toList();
    if (!held.isEmpty() && random.nextBoolean()) {
      long token = one(held);
      if (touched.add(List.of("release", token))) batch.add(new Change.Released(token));
      return;
    }
    if (live().isEmpty()) return;
    var pools = random.nextBoolean() ? Map.of("red", 1) : Map.of("red", 2, "blue", 1);
    batch.add(new Change.Granted(one(live()).id(), ++counter, pools));
  }

  private void schedule() {
    long schedule = one(SCHEDULES);
    switch (random.nextInt(3)) {
      case 0 -> {
        if (touched.add(List.of("looked", schedule)))
          batch.add(new Change.Looked(schedule, time()));
      }
      case 1 -> {
        var waiting =
            rows.occurrences().stream()
                .filter(each -> each.fate() == Change.Fate.STARTED)
                .flatMap(each -> each.run().stream())
                .toList();
        if (waiting.isEmpty()) return;
        var run = one(waiting);
        if (!touched.add(List.of("missed", run))) return;
        batch.add(new Change.OccurrenceMissed(run, values.text()));
      }
      default -> {
        boolean starts = random.nextBoolean();
        batch.add(
            new Change.Occurred(
                schedule,
                time(),
                starts ? Optional.empty() : maybeTime(),
                LocalDate.of(2026, 3, 1),
                starts
                    ? Change.Fate.STARTED
                    : one(List.of(Change.Fate.MISSED, Change.Fate.SKIPPED)),
                starts ? Optional.of(ids.next(0, START)) : Optional.empty(),
                starts ? "" : values.text()));
      }
    }
  }

  private void request() {
    if (random.nextBoolean()) {
      batch.add(random.nextBoolean() ? new Change.Audited(act(), time()) : told());
      return;
    }
    if (live().isEmpty()) return;
    // A key that is there already is refused.
    var key =
        new Event.Key(
            "ann", "key" + (random.nextInt(4) == 0 ? random.nextInt(3) : ++counter), values.text());
    batch.add(new Change.KeyKept(key, one(live()).id(), time()));
  }

  private Change.Told told() {
    Optional<RunId> run = live().isEmpty() ? Optional.empty() : Optional.of(one(live()).id());
    var about =
        new News.About(
            values.text(), values.text(), run, LocalDate.of(2026, 3, 1 + random.nextInt(9)));
    var occasions = Occasion.values();
    var news =
        new News(
            occasions[random.nextInt(occasions.length)],
            about,
            values.text(),
            values.text(),
            List.of("room", "desk").subList(0, random.nextInt(3)));
    return new Change.Told(news, time());
  }

  private Event.Acted act() {
    return new Event.Acted(values.text(), "run start", values.text(), values.map());
  }
}
