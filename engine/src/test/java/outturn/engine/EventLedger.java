package outturn.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import outturn.engine.decide.Change;
import outturn.engine.decide.Timer;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Fate;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;

/// The tables of events and of what runs wait for, in memory.
public final class EventLedger {
  private final Map<List<String>, Change.EventDecided> seen = new LinkedHashMap<>();
  private final List<Change.EndTold> told = new ArrayList<>();
  private final Set<String> everTold = new HashSet<>();
  private final Map<RunId, List<Waiting.Need>> needs = new LinkedHashMap<>();

  void write(Change.OfEvents change) {
    switch (change) {
      case Change.EndTold told -> told(told);
      case Change.EventDecided decided -> decided(decided);
      case Change.NeedAdded(var need) -> needAdded(need);
      case Change.NeedsRemoved(var run) -> needsRemoved(run);
    }
  }

  private void told(Change.EndTold change) {
    if (everTold.add(change.ended().key() + " to " + change.partition())) told.add(change);
  }

  private void decided(Change.EventDecided change) {
    var event = change.event();
    var key = List.of(event.trigger(), event.part(), event.key());
    var before = seen.put(key, change);
    if (before != null && before.fate() != Fate.WAITING && before.fate() != Fate.RECEIVED) {
      throw new AssertionError("decided twice: %s and %s".formatted(before, change));
    }
  }

  /// An event is written before anybody decides about it; false for one that is there.
  public boolean received(Arrived event) {
    var key = List.of(event.trigger(), event.part(), event.key());
    var row = new Change.EventDecided(event, Fate.RECEIVED, java.util.Optional.empty(), "");
    return seen.putIfAbsent(key, row) == null;
  }

  private void needAdded(Waiting.Need need) {
    needs.computeIfAbsent(need.run(), _ -> new ArrayList<>()).add(need);
  }

  private void needsRemoved(RunId run) {
    if (needs.remove(run) == null) throw new AssertionError("waits for nothing: " + run);
  }

  public List<Change.EventDecided> seen() {
    return List.copyOf(seen.values());
  }

  /// What was written to keepers of triggers and not taken out yet.
  public List<Change.EndTold> takeTold() {
    var all = List.copyOf(told);
    told.clear();
    return all;
  }

  public List<Change.EndTold> told() {
    return List.copyOf(told);
  }

  public List<Arrived> waitingEvents() {
    return seen.values().stream()
        .filter(row -> row.fate() == Fate.WAITING)
        .map(Change.EventDecided::event)
        .toList();
  }

  public Collection<List<Waiting.Need>> needs() {
    return List.copyOf(needs.values());
  }

  /// Whether a run has succeeded for which others wait.
  public boolean met(Ledger rows, Wanted wanted) {
    var task = wanted.task();
    return rows.runs().stream()
        .filter(row -> row.order().workflow().equals(wanted.workflow()))
        .filter(row -> row.order().businessDate().equals(wanted.businessDate()))
        .anyMatch(row ->
            task.isEmpty() ? row.state() == RunState.SUCCEEDED : succeeded(rows, row.id(), task));
  }

  private static boolean succeeded(Ledger rows, RunId run, String task) {
    var of = rows.attempts(run).stream().filter(row -> row.id().task().equals(task)).toList();
    boolean fanned = of.stream().anyMatch(row -> row.id().item() == AttemptId.FRAME);
    int item = fanned ? AttemptId.FRAME : 0;
    boolean again =
        rows.timers().keySet().stream()
            .anyMatch(timer ->
                timer.run().equals(run)
                    && timer.kind() == Timer.Kind.RETRY
                    && timer.task().equals(task));
    return !again
        && of.stream()
            .filter(row -> row.id().item() == item)
            .max(Comparator.comparingInt(row -> row.id().attempt()))
            .filter(row -> row.state() == AttemptState.SUCCEEDED)
            .filter(row -> row.id().attempt() > history(rows, run, task, item))
            .isPresent();
  }

  /// The number of the last row that no longer counts.
  private static int history(Ledger rows, RunId run, String task, int item) {
    return rows.marks(run).stream()
        .filter(
            mark -> mark.kind() == Mark.Kind.AGAIN && mark.task().filter(task::equals).isPresent())
        .map(Mark::history)
        .filter(history -> history.size() > item + 1)
        .mapToInt(history -> history.get(item + 1))
        .findFirst()
        .orElse(-1);
  }

  /// When the events of joined triggers came that wait.
  public List<Instant> waitingSince() {
    return waitingEvents().stream().map(Arrived::at).toList();
  }
}
