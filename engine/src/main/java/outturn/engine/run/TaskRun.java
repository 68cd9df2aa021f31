package outturn.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private int active;
  private int failed;

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

  public void fan(List<Object> list) {
    items = List.copyOf(list);
    whole.become(new UnitState.Fanned());
  }

  /// Takes its list and what items were begun from rows.
  void restore(List<Object> list, int begun) {
    fan(list);
    for (int item = 0; item < begun; item++) begin();
  }

  /// Whether another item may begin now.
  public boolean mayBegin() {
    return units.size() < items.size() && active < task.forEach().orElseThrow().parallel();
  }

  /// Begins the next item and answers its place.
  public int begin() {
    units.add(new Unit());
    active++;
    return units.size() - 1;
  }

  /// Takes note that an item that was begun has ended.
  public void itemEnded(int item) {
    active--;
    if (units.get(item).state() instanceof UnitState.Failed) failed++;
  }

  public boolean allItemsEnded() {
    return active == 0 && units.size() == items.size();
  }

  public boolean noneActive() {
    return active == 0;
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
