package outturn.engine.verb;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import outturn.engine.run.Run;
import outturn.engine.run.TaskRun;
import outturn.engine.run.UnitState;

/// Which tasks of a run are done again, by their places in its graph.
public final class Again {
  private Again() {}

  /// The tasks that a rerun takes up. Those that were skipped or cancelled because of one of them
  /// are among them.
  public static SortedSet<Integer> of(Run run, Optional<TaskRun> task, Verb.Extent extent) {
    var places = new TreeSet<Integer>();
    switch (extent) {
      case ALL -> run.tasks().forEach(each -> places.add(each.place()));
      case FAILED -> {
        task.ifPresentOrElse(each -> places.add(each.place()), () -> places.addAll(failed(run)));
        for (int place : failed(run)) {
          if (places.contains(place)) places.addAll(after(run, place, Again::fellOut));
        }
      }
      case THIS -> places.addAll(withFallen(run, task.orElseThrow()));
      case FROM_HERE -> {
        places.add(task.orElseThrow().place());
        places.addAll(after(run, task.orElseThrow().place(), _ -> true));
      }
    }
    // A run that goes on does all that was cancelled with it.
    if (run.state().ended()) {
      run.tasks().stream()
          .filter(each -> each.state() instanceof UnitState.Cancelled)
          .forEach(each -> places.addAll(withFallen(run, each)));
    }
    if (!places.isEmpty()) handlers(run).forEach(places::add);
    return places;
  }

  /// What came after the work of the run, or was left out: it follows from what the run comes to
  /// now.
  private static List<Integer> handlers(Run run) {
    return run.handlers().stream()
        .filter(handler -> handler.state().ended())
        .map(TaskRun::place)
        .toList();
  }

  /// This task, and what was skipped or cancelled because of it.
  static SortedSet<Integer> withFallen(Run run, TaskRun task) {
    var places = new TreeSet<>(after(run, task.place(), Again::fellOut));
    places.add(task.place());
    return places;
  }

  /// What failed, or was cancelled, or was lost and asks.
  static SortedSet<Integer> failed(Run run) {
    var places = new TreeSet<Integer>();
    run.tasks().stream()
        .filter(task -> failed(task.state()) || asks(task))
        .forEach(task -> places.add(task.place()));
    return places;
  }

  private static boolean failed(UnitState state) {
    return state instanceof UnitState.Failed || state instanceof UnitState.Cancelled;
  }

  /// A `forEach` task of which nothing is under way, and an item was lost and asks.
  private static boolean asks(TaskRun task) {
    if (task.state() instanceof UnitState.Asking) return true;
    if (!(task.state() instanceof UnitState.Fanned)) return false;
    var items = IntStream.range(0, task.begun()).mapToObj(task::unit).map(unit -> unit.state());
    var states = items.toList();
    return states.stream().anyMatch(UnitState.Asking.class::isInstance)
        && states.stream().allMatch(state -> state.ended() || state instanceof UnitState.Asking);
  }

  private static boolean fellOut(UnitState state) {
    return state instanceof UnitState.Skipped || state instanceof UnitState.Cancelled;
  }

  /// The first task after this one that has begun and not ended.
  static Optional<TaskRun> begun(Run run, TaskRun task) {
    return after(run, task.place(), _ -> true).stream()
        .map(run::task)
        .filter(each -> !each.state().ended() && !(each.state() instanceof UnitState.Waiting))
        .findFirst();
  }

  /// All tasks after a place that are reached by way of such as are in these states.
  private static SortedSet<Integer> after(Run run, int place, Predicate<UnitState> states) {
    var reached = new TreeSet<Integer>();
    var next = new ArrayDeque<>(run.workflow().graph().followers(place));
    while (!next.isEmpty()) {
      int each = next.remove();
      if (!states.test(run.task(each).state()) || !reached.add(each)) continue;
      next.addAll(run.workflow().graph().followers(each));
    }
    return reached;
  }
}
