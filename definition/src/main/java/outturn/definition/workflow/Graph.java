package outturn.definition.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tasks of a workflow in an order in which each comes after all that it needs, numbered by
/// their place in it.
public final class Graph {
  private final List<Task> tasks;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<List<Integer>> followers;

  /// @param tasks each after all that it needs
  public Graph(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
    var later = new ArrayList<List<Integer>>();
    for (var task : this.tasks) {
      for (var need : task.needs()) {
        var place = places.get(need.task());
        if (place == null) {
          throw new IllegalArgumentException(
              "task '%s' comes before '%s', which it needs".formatted(task.name(), need.task()));
        }
        later.get(place).add(later.size());
      }
      places.put(task.name(), later.size());
      later.add(new ArrayList<>());
    }
    this.followers = later.stream().map(List::copyOf).toList();
  }

  public List<Task> tasks() {
    return tasks;
  }

  public int size() {
    return tasks.size();
  }

  public Task task(int place) {
    return tasks.get(place);
  }

  /// The place of a task that is in this graph.
  public int place(String taskName) {
    var place = places.get(taskName);
    if (place == null) throw new IllegalArgumentException("no task '%s'".formatted(taskName));
    return place;
  }

  public boolean has(String taskName) {
    return places.containsKey(taskName);
  }

  /// The places of the tasks that need this one.
  public List<Integer> followers(int place) {
    return followers.get(place);
  }
}
