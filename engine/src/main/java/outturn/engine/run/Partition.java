package outturn.engine.run;

import java.util.List;
import java.util.stream.IntStream;

/// The parts that runs are divided into: each is decided by one node at a time. A run's id says in
/// which part it is.
public final class Partition {
  /// How many there are.
  public static final int COUNT = 64;

  public static final List<Integer> ALL = IntStream.range(0, COUNT).boxed().toList();

  private Partition() {}

  /// The partition that keeps what a project's runs share: its schedules, pools and turns. The same
  /// for ever, since rows contain it: Java fixes what the hash of a text is.
  public static int ofProject(String project) {
    return Math.floorMod(project.hashCode(), COUNT);
  }
}
