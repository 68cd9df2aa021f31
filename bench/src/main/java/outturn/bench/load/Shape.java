package outturn.bench.load;

import java.util.Arrays;
import java.util.Optional;

/// A form of load.
public enum Shape {
  /// Runs of one task, many in each request.
  SINGLE("single", BenchProject.SINGLE, 10_000, 1),
  /// Runs of one task, one in each request, from several clients.
  ONE_BY_ONE("one-by-one", BenchProject.SINGLE, 2_000, 1),
  /// Runs of tasks of which each needs the one before.
  CHAIN("chain", BenchProject.CHAIN, 1_000, 10),
  /// One run of many tasks at once, and a task that needs them all.
  FAN("fan", BenchProject.FAN, 1, 1_000),
  /// Runs of one task that starts a process.
  PROCESS("process", BenchProject.PROCESS, 1_000, 1),
  /// A run of one task each second on a server that is otherwise idle.
  TRICKLE("trickle", BenchProject.SINGLE, 30, 1),
  /// The same with tasks of which each needs the one before: what a hop takes that waits for
  /// nobody.
  HOP("hop", BenchProject.CHAIN, 30, 10);

  private final String word;
  private final String workflow;
  private final int usualRuns;
  private final int usualTasks;

  Shape(String word, String workflow, int usualRuns, int usualTasks) {
    this.word = word;
    this.workflow = workflow;
    this.usualRuns = usualRuns;
    this.usualTasks = usualTasks;
  }

  public static Optional<Shape> of(String word) {
    return Arrays.stream(values()).filter(shape -> shape.word.equals(word)).findFirst();
  }

  /// Its name on the command line.
  public String word() {
    return word;
  }

  String workflow() {
    return workflow;
  }

  public int usualRuns() {
    return usualRuns;
  }

  public int usualTasks() {
    return usualTasks;
  }

  /// Whether its runs may have another number of tasks than the usual one.
  public boolean isWide() {
    return usualTasks > 1;
  }

  /// Whether its runs are chains of so many tasks.
  boolean isChain() {
    return workflow.equals(BenchProject.CHAIN);
  }

  /// Whether its tasks may claim a pool.
  boolean isPoolable() {
    return isChain() || workflow.equals(BenchProject.SINGLE);
  }

  /// Whether its runs are sent at a pace.
  public boolean isPaced() {
    return switch (this) {
      case TRICKLE, HOP -> true;
      case SINGLE, ONE_BY_ONE, CHAIN, FAN, PROCESS -> false;
    };
  }
}
