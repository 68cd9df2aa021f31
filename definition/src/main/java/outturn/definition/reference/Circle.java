package outturn.definition.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A way from a name back to itself.
public final class Circle {

  private Circle() {}

  /// One circle, its first name again at its end; empty when there is none.
  ///
  /// @param edges to where each name leads; only names that lead on can be in a circle
  public static Optional<List<String>> in(Map<String, List<String>> edges) {
    var leading = leadingOn(edges);
    if (leading.isEmpty()) return Optional.empty();
    var path = new ArrayList<String>();
    var places = new HashMap<String, Integer>();
    var at = edges.keySet().stream().filter(leading::contains).findFirst().orElseThrow();
    while (!places.containsKey(at)) {
      places.put(at, path.size());
      path.add(at);
      at =
          edges.getOrDefault(at, List.of()).stream()
              .filter(leading::contains)
              .findFirst()
              .orElseThrow();
    }
    path.add(at);
    return Optional.of(path.subList(places.getOrDefault(at, 0), path.size()));
  }

  /// The names from which one can go on for ever.
  private static Set<String> leadingOn(Map<String, List<String>> edges) {
    var leading = new HashSet<>(edges.keySet());
    var ways = new HashMap<String, Integer>();
    var from = new HashMap<String, List<String>>();
    edges.forEach((name, targets) -> {
      for (var target : targets) {
        if (!leading.contains(target)) continue;
        ways.merge(name, 1, Integer::sum);
        from.computeIfAbsent(target, any -> new ArrayList<>()).add(name);
      }
    });
    var ends = new ArrayDeque<String>();
    for (var name : edges.keySet()) if (!ways.containsKey(name)) ends.add(name);
    while (!ends.isEmpty()) {
      var end = ends.remove();
      leading.remove(end);
      for (var before : from.getOrDefault(end, List.of())) {
        if (ways.merge(before, -1, Integer::sum) == 0) ends.add(before);
      }
    }
    return leading;
  }
}
