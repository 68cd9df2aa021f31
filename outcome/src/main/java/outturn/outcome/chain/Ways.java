package outturn.outcome.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where one gets along the edges of a chain.
final class Ways {
  private final Map<String, List<String>> onward = new LinkedHashMap<>();
  private final Map<String, List<String>> backward = new HashMap<>();

  Ways(List<Edge> edges) {
    for (var edge : edges) {
      onward.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge.to());
      backward.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge.from());
    }
  }

  /// All that leads to a node, without itself unless it is in a circle.
  Set<String> before(String id) {
    return reached(id, backward);
  }

  /// All that a node leads to.
  Set<String> after(String id) {
    return reached(id, onward);
  }

  List<String> next(String id) {
    return onward.getOrDefault(id, List.of());
  }

  Map<String, List<String>> onward() {
    return onward;
  }

  private static Set<String> reached(String id, Map<String, List<String>> steps) {
    var seen = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(steps.getOrDefault(id, List.of()));
    while (!open.isEmpty()) {
      var at = open.remove();
      if (seen.add(at)) open.addAll(steps.getOrDefault(at, List.of()));
    }
    return seen;
  }
}
