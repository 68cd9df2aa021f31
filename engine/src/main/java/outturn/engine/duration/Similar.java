package outturn.engine.duration;

import java.util.List;

/// Tasks whose history stands in for one that has too little.
///
/// @param name who they are, as a reader is told: "tasks of the same kind in month-end"
public record Similar(String name, List<Durations> tasks) {
  public static final Similar NONE = new Similar("nothing", List.of());

  public Similar {
    tasks = List.copyOf(tasks);
  }
}
