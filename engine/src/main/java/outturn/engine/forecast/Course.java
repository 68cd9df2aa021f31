package outturn.engine.forecast;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Graph;

/// A run that lives, or one to come.
///
/// @param key of the run: its id, or `workflow@due`
/// @param priority of its tasks that have none of their own
/// @param works by task; one that is absent takes no time
public record Course(
    String key,
    String workflow,
    Graph graph,
    int priority,
    Begin begin,
    Map<String, Work> works,
    List<Promise> promises) {
  public Course {
    works = Map.copyOf(works);
    promises = List.copyOf(promises);
  }

  /// The same, if it never begins unless a person does something.
  ///
  /// @param what the person would have to do, as `start nightly for 2026-12-24`
  public Course stuck(String what) {
    var stuck = new HashMap<>(works);
    for (var task : graph.tasks()) {
      if (!task.needs().isEmpty()) continue;
      stuck.computeIfPresent(
          task.name(),
          (_, work) -> new Work(new Standing.Person(what), work.length(), work.pools()));
    }
    return new Course(key, workflow, graph, priority, begin, stuck, promises);
  }

  /// When a course begins.
  ///
  /// @param earliest not before this; in the past for one that has begun
  /// @param depends keys of courses that must have succeeded
  /// @param turns keys of courses that must have ended, in whatever way
  public record Begin(Instant earliest, List<String> depends, List<String> turns) {
    public Begin {
      depends = List.copyOf(depends);
      turns = List.copyOf(turns);
    }

    public static Begin at(Instant earliest) {
      return new Begin(earliest, List.of(), List.of());
    }
  }

  /// What is promised of a course.
  ///
  /// @param task whose end is promised; empty for the end of the run
  public record Promise(String name, Optional<String> task, Instant due) {}
}
