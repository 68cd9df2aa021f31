package outturn.engine.trigger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import outturn.definition.trigger.Source;
import outturn.engine.run.Partition;

/// The triggers in force of the projects that are decided here, the events that wait in them, and
/// which partitions want to hear of the ends of which workflows.
public final class Triggers {
  private static final TreeSet<Integer> NOBODY = new TreeSet<>();

  private final SortedMap<String, List<Armed>> armed = new TreeMap<>();
  private final Joins joins = new Joins();
  private Map<String, SortedSet<Integer>> listeners = Map.of();

  /// Those of a project, all that are in force.
  public void arm(String project, List<Armed> triggers) {
    if (triggers.isEmpty()) armed.remove(project);
    else armed.put(project, List.copyOf(triggers));
  }

  public Optional<Armed> armed(String name) {
    return armed.values().stream()
        .flatMap(List::stream)
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /// Those that are kept in this partition.
  public List<Armed> in(int partition) {
    return armed.entrySet().stream()
        .filter(entry -> Partition.ofProject(entry.getKey()) == partition)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  public Joins joins() {
    return joins;
  }

  /// @param all what [#listeners(Collection)] makes of the triggers of all projects
  public void listeners(Map<String, SortedSet<Integer>> all) {
    listeners = Map.copyOf(all);
  }

  /// The partitions that want to hear of this end, in order.
  ///
  /// @param path `workflow` or `workflow/task`
  public SortedSet<Integer> listeners(String path) {
    return listeners.getOrDefault(path, NOBODY);
  }

  /// Who wants to hear of what: partitions by `workflow` and `workflow/task`.
  public static Map<String, SortedSet<Integer>> listeners(Collection<Armed> triggers) {
    Map<String, SortedSet<Integer>> listeners = new HashMap<>();
    for (var each : triggers) {
      for (var part : each.trigger().parts()) {
        if (!(part.source() instanceof Source.Ending ending)) continue;
        var path =
            ending.task().map(task -> ending.workflow() + "/" + task).orElse(ending.workflow());
        listeners
            .computeIfAbsent(path, _ -> new TreeSet<>())
            .add(Partition.ofProject(each.version().project()));
      }
    }
    return listeners;
  }
}
