package outturn.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.engine.decide.Change;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.By;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.Rows.Times;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// The tables in memory. A batch is written as the journal writes it: by kind of change, all
/// inserts of a table before its updates before its deletes, and no row twice by one statement.
/// What the database would refuse, and what it would quietly ignore, fails the test.
public final class Ledger {
  private final Map<RunId, RunRow> runs = new LinkedHashMap<>();
  private final Set<RunId> live = new LinkedHashSet<>();
  private final Set<AttemptId> running = new LinkedHashSet<>();
  private final Map<AttemptId, AttemptRow> attempts = new LinkedHashMap<>();
  private final Map<RunId, List<AttemptId>> attemptsOf = new HashMap<>();
  private final Map<Timer, Instant> timers = new LinkedHashMap<>();
  private final Map<Long, Change.Granted> grants = new LinkedHashMap<>();
  private final Map<DueTime, Change.Occurred> occurrences = new LinkedHashMap<>();
  private final Map<Long, Instant> looked = new HashMap<>();
  private final Map<List<String>, Change.KeyKept> keys = new HashMap<>();
  private final Map<MarkKey, Mark> marks = new LinkedHashMap<>();
  private final Set<Long> messagesTaken = new HashSet<>();
  private final EventLedger events = new EventLedger();
  private final List<Change.Told> news = new ArrayList<>();
  private final List<Change.RunEnded> endings = new ArrayList<>();

  private record DueTime(long schedule, Instant due) {}

  private record MarkKey(RunId run, Optional<String> task, Mark.Kind kind) {}

  public void apply(List<Change> changes) {
    var once = new HashSet<>();
    for (int step = 0; step < 4; step++) {
      for (var change : changes) {
        if (step(change) != step) continue;
        write(change);
        if (step > 0 && !manyTimes(change) && !once.add(target(change))) {
          throw new AssertionError("one statement changes a row twice: " + change);
        }
      }
    }
  }

  /// Of marks the journal writes what is said last.
  private static boolean manyTimes(Change change) {
    return change instanceof Change.TimerCleared
        || change instanceof Change.MarkSet
        || change instanceof Change.MarkCleared;
  }

  /// Inserts, then updates (a run starts before it ends), then deletes.
  private static int step(Change change) {
    return switch (change) {
      case Change.RunAdded _,
          Change.AttemptAdded _,
          Change.TimerSet _,
          Change.Granted _,
          Change.Occurred _,
          Change.KeyKept _,
          Change.Answered _,
          Change.EndTold _,
          Change.EventDecided _,
          Change.NeedAdded _,
          Change.Told _,
          Change.Audited _ ->
          0;
      case Change.RunStarted _,
          Change.RunReopened _,
          Change.CancelAsked _,
          Change.Prioritised _,
          Change.AttemptEnded _,
          Change.AttemptMoved _,
          Change.OccurrenceMissed _,
          Change.Looked _ ->
          1;
      case Change.RunEnded _ -> 2;
      case Change.MarkSet _,
          Change.MarkCleared _,
          Change.TimerCleared _,
          Change.Released _,
          Change.NeedsRemoved _,
          Change.MessageTaken _ ->
          3;
    };
  }

  private static Object target(Change change) {
    var row =
        switch (change) {
          case Change.RunStarted(var run, _) -> run;
          case Change.CancelAsked(var run, _) -> run;
          case Change.Prioritised(var run, _) -> run;
          case Change.OccurrenceMissed(var run, _) -> run;
          case Change.Looked(var schedule, _) -> schedule;
          case Change.RunReopened(var run, _) -> run;
          case Change.RunEnded ended -> ended.run();
          case Change.AttemptEnded ended -> ended.attempt();
          case Change.AttemptMoved(var attempt, _) -> attempt;
          case Change.RunAdded _,
              Change.AttemptAdded _,
              Change.TimerSet _,
              Change.Granted _,
              Change.Occurred _,
              Change.KeyKept _,
              Change.Answered _,
              Change.MarkSet _,
              Change.MarkCleared _,
              Change.TimerCleared _,
              Change.Released _,
              Change.OfEvents _,
              Change.Told _,
              Change.Audited _,
              Change.MessageTaken _ ->
              change;
        };
    return List.of(change.getClass(), row);
  }

  private void write(Change change) {
    switch (change) {
      case Change.RunAdded(var row) -> {
        insert(runs, row.id(), row);
        live.add(row.id());
      }
      case Change.AttemptAdded(var row) -> {
        if (row.state() == AttemptState.RUNNING) running.add(row.id());
        insert(attempts, row.id(), row);
        attemptsOf.computeIfAbsent(row.id().run(), _ -> new ArrayList<>()).add(row.id());
      }
      case Change.TimerSet(var timer, var due) -> insert(timers, timer, due);
      case Change.Granted granted -> insert(grants, granted.token(), granted);
      case Change.Occurred it -> insert(occurrences, new DueTime(it.schedule(), it.due()), it);
      case Change.KeyKept kept ->
          insert(keys, List.of(kept.key().principal(), kept.key().key()), kept);
      case Change.Audited _, Change.Answered _ -> {}
      case Change.MarkSet(var mark) ->
          marks.put(new MarkKey(mark.run(), mark.task(), mark.kind()), mark);
      case Change.MarkCleared(var run, var task, var kind) ->
          existing(marks.remove(new MarkKey(run, task, kind)), change);
      case Change.RunReopened(var run, var state) -> reopened(run, state);
      case Change.OfEvents ofEvents -> events.write(ofEvents);
      case Change.Told told -> news.add(told);
      case Change.RunStarted(var run, var at) -> started(run, at);
      case Change.CancelAsked(var run, var by) -> cancelAsked(run, by);
      case Change.Prioritised(var run, var priority) -> prioritised(run, priority);
      case Change.AttemptEnded ended -> ended(ended);
      case Change.AttemptMoved(var attempt, var by) -> moved(attempt, by);
      case Change.OccurrenceMissed(var run, var reason) -> missed(run, reason);
      case Change.Looked(var schedule, var until) -> looked(schedule, until);
      case Change.RunEnded ended -> ended(ended);
      case Change.TimerCleared(var timer) -> timers.remove(timer);
      case Change.Released(var token) -> existing(grants.remove(token), change);
      case Change.MessageTaken(var message) -> {
        if (!messagesTaken.add(message)) throw new AssertionError("taken twice: " + change);
      }
    }
  }

  private static <K, V> void insert(Map<K, V> table, K key, V row) {
    if (table.putIfAbsent(key, row) != null) throw new AssertionError("duplicate key: " + row);
  }

  private static <V> V existing(V row, Object what) {
    if (row == null) throw new AssertionError("no row for " + what);
    return row;
  }

  private void started(RunId run, Instant at) {
    var row = existing(runs.get(run), run);
    if (row.state() != RunState.WAITING) throw new AssertionError("started: " + row);
    var times = new Times(row.times().created(), Optional.of(at), Optional.empty());
    replace(row, RunState.RUNNING, times, row.cancelledBy());
  }

  private void reopened(RunId run, RunState state) {
    var row = existing(runs.get(run), run);
    if (!row.state().ended()) throw new AssertionError("reopened: " + row);
    live.add(run);
    var times = new Times(row.times().created(), row.times().started(), Optional.empty());
    replace(row, state, times, Optional.empty());
  }

  private void prioritised(RunId run, int priority) {
    var row = existing(runs.get(run), run);
    var order = row.order().on(row.order().terms().priority(priority));
    runs.put(
        run, new RunRow(run, order, row.version(), row.state(), row.times(), row.cancelledBy()));
  }

  private void cancelAsked(RunId run, String by) {
    var row = existing(runs.get(run), run);
    if (row.state().ended() || row.cancelledBy().isPresent()) {
      throw new AssertionError("cancelled by %s: %s".formatted(by, row));
    }
    replace(row, row.state(), row.times(), Optional.of(by));
  }

  private void ended(Change.RunEnded change) {
    var row = existing(runs.get(change.run()), change);
    if (row.state().ended()) throw new AssertionError("ended twice: " + row);
    live.remove(row.id());
    endings.add(change);
    var times = new Times(row.times().created(), row.times().started(), Optional.of(change.at()));
    replace(row, change.state(), times, row.cancelledBy());
  }

  private void replace(RunRow row, RunState state, Times times, Optional<String> cancelledBy) {
    runs.put(row.id(), new RunRow(row.id(), row.order(), row.version(), state, times, cancelledBy));
  }

  private void moved(AttemptId attempt, By by) {
    var row = existing(attempts.get(attempt), attempt);
    if (row.state() != AttemptState.RUNNING) throw new AssertionError("moved when over: " + row);
    attempts.put(
        row.id(),
        new AttemptRow(
            row.id(), by, row.state(), row.times(), row.outputs(), row.failure(), row.note()));
  }

  private void ended(Change.AttemptEnded change) {
    var row = existing(attempts.get(change.attempt()), change);
    if (row.state() != AttemptState.RUNNING) throw new AssertionError("ended twice: " + row);
    running.remove(row.id());
    var times = new Times(row.times().created(), row.times().started(), Optional.of(change.at()));
    var outputs = change.outputs().isEmpty() ? row.outputs() : change.outputs();
    attempts.put(
        row.id(),
        new AttemptRow(
            row.id(), row.by(), change.state(), times, outputs, change.failure(), row.note()));
  }

  private void missed(RunId run, String reason) {
    var row =
        occurrences.values().stream()
            .filter(each -> each.run().equals(Optional.of(run)))
            .findAny()
            .orElse(null);
    var it = existing(row, run);
    occurrences.put(
        new DueTime(it.schedule(), it.due()),
        new Change.Occurred(
            it.schedule(),
            it.due(),
            it.until(),
            it.businessDate(),
            Change.Fate.MISSED,
            it.run(),
            reason));
  }

  private void looked(long schedule, Instant until) {
    var before = looked.put(schedule, until);
    if (before != null && !until.isAfter(before)) {
      throw new AssertionError("looked back from %s to %s".formatted(before, until));
    }
  }

  /// The rows about events, and about what runs wait for.
  public EventLedger events() {
    return events;
  }

  public List<RunRow> runs() {
    return List.copyOf(runs.values());
  }

  public List<RunRow> liveRuns() {
    return live.stream().map(this::run).toList();
  }

  public RunRow run(RunId id) {
    return existing(runs.get(id), id);
  }

  public List<AttemptRow> attempts() {
    return List.copyOf(attempts.values());
  }

  public List<AttemptRow> runningAttempts() {
    return running.stream().map(attempts::get).toList();
  }

  public List<AttemptRow> attempts(RunId run) {
    return attemptsOf.getOrDefault(run, List.of()).stream().map(attempts::get).toList();
  }

  public List<Mark> marks(RunId run) {
    return marks.values().stream().filter(mark -> mark.run().equals(run)).toList();
  }

  public Map<Timer, Instant> timers() {
    return Map.copyOf(timers);
  }

  public Map<Long, Change.Granted> grants() {
    return Map.copyOf(grants);
  }

  /// How often a run ended so: it ends again when it is done again.
  public long endings(RunId run, RunState state) {
    return endings.stream()
        .filter(change -> change.run().equals(run) && change.state() == state)
        .count();
  }

  public List<Change.Occurred> occurrences() {
    return List.copyOf(occurrences.values());
  }

  public Optional<Instant> lookedUntil(long schedule) {
    return Optional.ofNullable(looked.get(schedule));
  }

  public List<Change.KeyKept> keys() {
    return List.copyOf(keys.values());
  }

  public Optional<RunId> keptFor(Event.Key key) {
    return Optional.ofNullable(keys.get(List.of(key.principal(), key.key())))
        .map(Change.KeyKept::run);
  }

  /// What people are to hear of, in the order in which it was written.
  public List<Change.Told> news() {
    return List.copyOf(news);
  }
}
