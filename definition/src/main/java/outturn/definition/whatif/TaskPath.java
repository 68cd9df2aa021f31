package outturn.definition.whatif;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import outturn.definition.workflow.Graph;

/// The longest way through a graph of tasks, by how long each takes.
public final class TaskPath {
  private TaskPath() {}

  /// How long it is; a task of which nothing is known takes no time.
  public static Duration length(Graph graph, Map<String, Duration> tasks) {
    var ends = new HashMap<String, Duration>();
    for (var task : graph.tasks()) {
      var start =
          task.needs().stream()
              .map(need -> ends.getOrDefault(need.task(), Duration.ZERO))
              .max(Duration::compareTo)
              .orElse(Duration.ZERO);
      ends.put(task.name(), start.plus(tasks.getOrDefault(task.name(), Duration.ZERO)));
    }
    return ends.isEmpty() ? Duration.ZERO : Collections.max(ends.values());
  }

  /// By how much it is shorter when some tasks take no time: nothing for tasks beside it.
  public static Duration saved(
      Graph graph, Map<String, Duration> tasks, Collection<String> without) {
    return length(graph, tasks).minus(length(graph, withoutThese(tasks, without)));
  }

  /// The same times, none for some tasks.
  public static Map<String, Duration> withoutThese(
      Map<String, Duration> tasks, Collection<String> without) {
    var left = new HashMap<>(tasks);
    without.forEach(left::remove);
    return left;
  }
}
