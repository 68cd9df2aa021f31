package outturn.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import outturn.definition.workflow.Failure;
import outturn.definition.workflow.Task;

/// A task of one run. One that runs once is its own only unit; a `forEach` task, once its list is
/// known, has a unit for each item that was begun.
public final class TaskRun {
  private final Task task;
  private final int place;
  private final Unit whole = new Unit();
  private List<Object> items = List.of();
  private final List<Unit> units = new ArrayList<>();
  // Items that were begun before the task was last done again, and are to begin once more.
  private final SortedSet<Integer> again = new TreeSet<>();
  // By item: the number of its last row, of rounds before this one.
  private final Map<Integer, Integer> earlier = new HashMap<>();
  private List<Integer> since = List.of();
  private int active;
  private int failed;
  private Optional<Mark.By> held = Optional.empty();
  private boolean bypassed;
  private boolean cancelAsked;

  TaskRun(Task task, int place) {
    this.task = task;
    this.place = place;
  }

  public Task task() {
    return task;
  }

  /// Its place in the workflow's graph.
  public int place() {
    return place;
  }

  public String name() {
    return task.name();
  }

  /// The task itself, as others see it.
  public Unit whole() {
    return whole;
  }

  public UnitState state() {
    return whole.state();
  }

  public boolean fanned() {
    return task.forEach().isPresent();
  }

  public List<Object> items() {
    return items;
  }

  /// The unit of an item that was begun, or the task itself when it runs once.
  public Unit unit(int item) {
    return fanned() && item >= 0 ? units.get(item) : whole;
  }

  /// Whether it has a unit of this number: an item that was begun, or 0 when it runs once.
  public boolean has(int item) {
    return item >= 0 && item < (fanned() ? units.size() : 1);
  }

  /// How many items were begun.
  public int begun() {
    return units.size();
  }

  /// Its list is known, and the row of its frame is written.
  public void fan(List<Object> list) {
    items = List.copyOf(list);
    whole.recorded();
    whole.become(new UnitState.Fanned());
  }

  /// Takes its list from the row of its frame, which has this number.
  void restore(List<Object> list, int frame) {
    items = List.copyOf(list);
    whole.restore(frame, 0, 0, new UnitState.Fanned());
  }

  /// Takes from rows an item that was begun.
  void restoreItem(Unit unit) {
    units.add(unit);
    active++;
    if (unit.state().ended()) itemEnded(units.size() - 1);
  }

  /// Takes from rows that an item is to begin once more.
  void restoreAgain(int lastRow) {
    var unit = new Unit();
    unit.restore(lastRow, Math.max(lastRow, 0), 0, new UnitState.Waiting());
    units.add(unit);
    again.add(units.size() - 1);
  }

  /// Takes from rows how often an item was tried before the task was last done again.
  void restoreEarlier(int item, int lastRow) {
    earlier.put(item, lastRow);
  }

  /// Takes from a mark what is history.
  void restoreSince(List<Integer> history) {
    since = List.copyOf(history);
  }

  /// Whether another item may begin now.
  public boolean mayBegin() {
    boolean left = !again.isEmpty() || units.size() < items.size();
    return left && active < task.forEach().orElseThrow().parallel();
  }

  /// Begins the next item and answers its place.
  public int begin() {
    active++;
    if (!again.isEmpty()) {
      int item = again.first();
      again.remove(item);
      return item;
    }
    var unit = new Unit();
    int row = earlier.getOrDefault(units.size(), -1);
    unit.restore(row, Math.max(row, 0), 0, new UnitState.Waiting());
    units.add(unit);
    return units.size() - 1;
  }

  /// Takes note that an item that was begun has ended.
  public void itemEnded(int item) {
    active--;
    if (units.get(item).state() instanceof UnitState.Failed) failed++;
  }

  public boolean allItemsEnded() {
    return active == 0 && again.isEmpty() && units.size() == items.size();
  }

  public boolean noneActive() {
    return active == 0;
  }

  /// The number of the row that says what became of it without an attempt.
  public int nextRow() {
    return fanned() ? lastRow(0) + 1 : whole.nextRow();
  }

  /// Such a row is written.
  public void recorded() {
    if (fanned()) earlier.put(0, nextRow());
    else whole.recorded();
  }

  private int lastRow(int item) {
    if (!fanned()) return whole.lastRow();
    int before = earlier.getOrDefault(item, -1);
    return item < units.size() ? Math.max(before, units.get(item).lastRow()) : before;
  }

  /// The numbers of the rows that no longer count, as [Mark#history] has them; empty when it was
  /// never done again.
  public List<Integer> since() {
    return since;
  }

  /// The number of the row of an item, -1 for the frame, that no longer counts, nor do those
  /// before.
  int since(int item) {
    return item + 1 < since.size() ? since.get(item + 1) : -1;
  }

  private List<Integer> history() {
    if (!fanned()) return List.of(-1, whole.lastRow());
    var history = new ArrayList<Integer>();
    history.add(whole.lastRow());
    int many = earlier.keySet().stream().mapToInt(item -> item + 1).max().orElse(0);
    for (int item = 0; item < Math.max(units.size(), many); item++) history.add(lastRow(item));
    return history;
  }

  /// It is done again from the start: a `forEach` task takes its list anew.
  public void again() {
    since = history();
    for (int item = 0; item < units.size(); item++) earlier.put(item, lastRow(item));
    units.clear();
    again.clear();
    items = List.of();
    goesOn();
  }

  /// The items of a `forEach` task that did not succeed are done again, the list stays: its frame
  /// is to be written anew.
  public void failedItemsAgain() {
    var history = new ArrayList<Integer>();
    history.add(whole.lastRow());
    for (int item = 0; item < units.size(); item++) {
      var unit = units.get(item);
      if (unit.state() instanceof UnitState.Succeeded) {
        history.add(since(item));
      } else {
        history.add(lastRow(item));
        unit.again();
        again.add(item);
      }
    }
    since = List.copyOf(history);
    goesOn();
  }

  private void goesOn() {
    active = 0;
    failed = 0;
    bypassed = false;
    cancelAsked = false;
    whole.again();
  }

  /// Who keeps it from beginning.
  public Optional<Mark.By> held() {
    return held;
  }

  public void hold(Mark.By by) {
    held = Optional.of(by);
  }

  public void release() {
    held = Optional.empty();
  }

  /// Whether it begins without what it needs.
  public boolean bypassed() {
    return bypassed;
  }

  public void bypass() {
    bypassed = true;
  }

  /// Whether somebody wants it to end, and not the whole run.
  public boolean cancelAsked() {
    return cancelAsked;
  }

  public void askToCancel() {
    cancelAsked = true;
  }

  public boolean anyCancelled() {
    return units.stream().anyMatch(unit -> unit.state() instanceof UnitState.Cancelled);
  }

  /// What a `forEach` task comes to when all its items have ended: each output as the list of what
  /// the items wrote, in their order; failed when one of them failed.
  public UnitState.Ended joined() {
    if (failed > 0) {
      var first = firstFailure();
      return new UnitState.Failed(
          new Failure(
              first.kind(),
              first.exitCode(),
              "%d of %d items failed; the first: %s"
                  .formatted(failed, items.size(), first.message())));
    }
    Map<String, Object> outputs = new HashMap<>();
    for (var name : task.outputs().keySet()) {
      outputs.put(
          name,
          units.stream()
              .map(unit -> ((UnitState.Succeeded) unit.state()).outputs().get(name))
              .toList());
    }
    return new UnitState.Succeeded(outputs);
  }

  private Failure firstFailure() {
    return units.stream()
        .map(Unit::state)
        .filter(UnitState.Failed.class::isInstance)
        .map(state -> ((UnitState.Failed) state).failure())
        .findFirst()
        .orElseThrow();
  }
}
