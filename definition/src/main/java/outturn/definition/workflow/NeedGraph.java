package outturn.definition.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import outturn.definition.reference.Circle;
import outturn.definition.shape.Named;
import outturn.definition.text.Problems;
import outturn.definition.workflow.Task.End;

/// Which task needs which, as written: their order, circles among them, and what comes before each.
final class NeedGraph {
  private final Map<String, List<Named<List<End>>>> needs;
  private final List<String> names;

  /// @param needs by task, in written order; may name tasks that do not exist
  NeedGraph(Map<String, List<Named<List<End>>>> needs) {
    this.needs = new LinkedHashMap<>(needs);
    this.names = List.copyOf(needs.keySet());
  }

  /// Tells of needs that name no task.
  void checkNames(Problems problems) {
    needs.forEach((task, wanted) -> {
      for (var need : wanted) {
        if (need.name().equals(task)) {
          problems.add(need.position(), "cycle", "task '%s' needs itself".formatted(task));
        } else if (!needs.containsKey(need.name())) {
          problems.unknown(need.position(), "task", need.name(), names);
        }
      }
    });
  }

  private List<Named<List<End>>> known(String task) {
    return needs.getOrDefault(task, List.of()).stream()
        .filter(need -> needs.containsKey(need.name()) && !need.name().equals(task))
        .toList();
  }

  /// The tasks, each after all that it needs and else as written; empty when there is a circle.
  Optional<List<String>> order() {
    var places = new LinkedHashMap<String, Integer>();
    for (var name : names) places.put(name, places.size());
    var open = new int[names.size()];
    var followers = Stream.generate(() -> new ArrayList<Integer>()).limit(names.size()).toList();
    for (var name : names) {
      var place = places.getOrDefault(name, 0);
      for (var need : known(name)) {
        followers.get(places.getOrDefault(need.name(), 0)).add(place);
        open[place]++;
      }
    }
    var ready = new PriorityQueue<Integer>();
    for (var place = 0; place < open.length; place++) if (open[place] == 0) ready.add(place);
    var ordered = new ArrayList<String>();
    while (!ready.isEmpty()) {
      var place = ready.remove();
      ordered.add(names.get(place));
      for (var follower : followers.get(place)) if (--open[follower] == 0) ready.add(follower);
    }
    return ordered.size() == names.size() ? Optional.of(ordered) : Optional.empty();
  }

  /// Tells of one circle, at the need that closes it.
  void tellCircle(Problems problems) {
    var edges = new LinkedHashMap<String, List<String>>();
    for (var name : names) edges.put(name, known(name).stream().map(Named::name).toList());
    var circle = Circle.in(edges).orElseThrow();
    var last = circle.get(circle.size() - 2);
    var closing =
        known(last).stream()
            .filter(need -> need.name().equals(circle.getLast()))
            .findFirst()
            .orElseThrow();
    problems.add(
        closing.position(),
        "cycle",
        "tasks need each other in a circle: " + String.join(" needs ", circle),
        "take one of these needs away");
  }

  /// Whether a task ends before this one starts, worked out when somebody first asks.
  Predicate<String> upstreamOf(String task) {
    var before = new HashMap<String, Set<String>>();
    return other ->
        known(task).stream().anyMatch(need -> need.name().equals(other))
            || before.computeIfAbsent(task, this::upstream).contains(other);
  }

  /// All tasks that end before a task starts.
  Set<String> upstream(String task) {
    var before = new HashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(task);
    while (!open.isEmpty()) {
      for (var need : known(open.remove())) {
        if (before.add(need.name())) open.add(need.name());
      }
    }
    return before;
  }
}
