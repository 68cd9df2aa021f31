package outturn.bench.load;

import java.util.Optional;

/// How much of a shape is sent.
///
/// @param tasks of each run; of a fan without the one that joins
/// @param pool which its tasks claim, if any
public record Load(Shape shape, int runs, int tasks, Optional<Pooled> pool) {
  public static final int MOST_RUNS = 1_000_000;
  public static final int MOST_TASKS = 10_000;
  public static final long MOST_TASK_RUNS = 10_000_000;

  private static final int WARM_UP_PART = 5;
  private static final int PACED_WARM_UP_TIMES = 10;

  public Load {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("1 to %d runs, not %d".formatted(MOST_RUNS, runs));
    }
    if (tasks < 1 || tasks > MOST_TASKS) {
      throw new IllegalArgumentException("1 to %d tasks, not %d".formatted(MOST_TASKS, tasks));
    }
    if ((long) runs * tasks > MOST_TASK_RUNS) {
      throw new IllegalArgumentException(
          "at most %d tasks in all runs together, not %d"
              .formatted(MOST_TASK_RUNS, (long) runs * tasks));
    }
    if (pool.isPresent() && !shape.isPoolable()) {
      throw new IllegalArgumentException(
          "a pool is for single, one-by-one, chain, trickle and hop, not for " + shape.word());
    }
  }

  /// Of tasks that claim nothing.
  public Load(Shape shape, int runs, int tasks) {
    this(shape, runs, tasks, Optional.empty());
  }

  /// The workflow of which all its runs are.
  String workflow() {
    if (pool.isEmpty()) return shape.workflow();
    return shape.isChain() ? BenchPool.CHAIN : BenchPool.SINGLE;
  }

  /// How many tasks finish.
  public long taskRuns() {
    return (long) runs * (shape == Shape.FAN ? tasks + 1 : tasks);
  }

  /// What is sent first and not counted: a fifth of the runs. Of the few that have a pace it is ten
  /// times as many, without the pace.
  Load warmUp() {
    if (!shape.isPaced()) return new Load(shape, Math.max(1, runs / WARM_UP_PART), tasks, pool);
    long most = Math.min(MOST_RUNS, MOST_TASK_RUNS / tasks);
    return new Load(shape, (int) Math.min(most, (long) runs * PACED_WARM_UP_TIMES), tasks, pool);
  }
}
