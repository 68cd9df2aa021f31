package outturn.engine.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What it costs when a run is late, and how near that is, as a forecast has told it.
///
/// @param perHour what an hour of lateness costs; of all that are compared in the same unit
/// @param unit of that, for people: `GBP`
/// @param due when the run has to be over
/// @param work what is left of it: the expected run times of all tasks that have not ended
/// @param tails how long it is expected to take from the start of a task to the end of the run, on
///   the longest way; by the task's place in the graph
/// @param scale how long a run keeps a pool busy in the mean: its work, divided by the pool's size.
///   Lateness that is many times this away hardly counts; twice as much or half does little
public record Worth(
    double perHour, String unit, Instant due, Duration work, List<Duration> tails, Duration scale) {
  /// Lateness that is this many times [#scale] away counts for a third of what it costs. From 1.5
  /// to 4.5 in Vepsalainen and Morton, the more the more there is to do.
  private static final double LOOK_AHEAD = 4;

  private static final double SHORTEST = 0.001;

  public Worth {
    tails = List.copyOf(tails);
    if (!(perHour > 0)) throw new IllegalArgumentException("costs nothing: " + perHour);
  }

  /// The logarithm of the apparent cost of letting a task wait, for each second of work that it
  /// takes to end the run. Only its order means something.
  ///
  /// Vepsalainen and Morton, *Priority rules for job shops with weighted tardiness costs*,
  /// Management Science 33 (1987), 1035-1047; that the work and the slack are those of the whole
  /// project: Lawrence and Morton, *Resource-constrained multi-project scheduling with tardy
  /// costs*, European Journal of Operational Research 64 (1993), 168-187.
  public double urgency(int task, Instant now) {
    double early = seconds(due.toEpochMilli() - now.toEpochMilli() - tail(task));
    return Math.log(perHour / seconds(work.toMillis()))
        - early / (LOOK_AHEAD * seconds(scale.toMillis()));
  }

  /// From the start of a task to the end of the run, in milliseconds.
  private long tail(int task) {
    return task < tails.size() ? tails.get(task).toMillis() : 0;
  }

  private static double seconds(long millis) {
    return Math.max(SHORTEST, millis / 1e3);
  }
}
