package outturn.definition.workflow;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outturn.definition.workflow.Task.End;

/// Finds tasks that can never run because what they need cannot all be true of one run: `a` failed,
/// and `b`, which needs `a` succeeded.
///
/// Only tasks of which somebody needs something else than success can be in such a conflict, so
/// only these are followed.
final class Reachability {
  private final Set<String> disputed = new HashSet<>();
  private final Map<String, Map<String, EnumSet<End>>> implied = new HashMap<>();

  /// A task on whose end two needs do not agree.
  record Conflict(String task, String about) {}

  /// @param ordered each after all that it needs
  List<Conflict> conflicts(List<Task> ordered) {
    for (var task : ordered) {
      for (var need : task.needs()) {
        if (!need.accepted().contains(End.SUCCEEDED)) disputed.add(need.task());
      }
    }
    if (disputed.isEmpty()) return List.of();
    return ordered.stream().flatMap(task -> conflict(task).stream()).toList();
  }

  private Optional<Conflict> conflict(Task task) {
    var known = new HashMap<String, EnumSet<End>>();
    for (var need : task.needs()) {
      if (disputed.contains(need.task())) narrow(known, need.task(), ends(need.accepted()));
      // Only a task that ran says something of what was before it; a skipped one does not.
      if (need.accepted().contains(End.SKIPPED)) continue;
      implied
          .getOrDefault(need.task(), Map.of())
          .forEach((name, ends) -> narrow(known, name, ends));
    }
    implied.put(task.name(), known);
    return known.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(entry -> new Conflict(task.name(), entry.getKey()))
        .findFirst();
  }

  private static EnumSet<End> ends(List<End> accepted) {
    var ends = EnumSet.noneOf(End.class);
    ends.addAll(accepted);
    return ends;
  }

  private static void narrow(Map<String, EnumSet<End>> known, String task, EnumSet<End> ends) {
    var both = EnumSet.copyOf(ends);
    var before = known.get(task);
    if (before != null) both.retainAll(before);
    known.put(task, both);
  }
}
