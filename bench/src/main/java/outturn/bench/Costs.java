package outturn.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import outturn.bench.load.Load;

/// What a load cost, as far as it can be told from here.
///
/// @param cpuMillisPerRun of the server and its PostgreSQL together
/// @param databaseBytesPerTaskRun by which the tables grew
record Costs(OptionalDouble cpuMillisPerRun, OptionalDouble databaseBytesPerTaskRun) {
  private static final double NANOS_PER_MILLI = 1e6;

  /// CPU milliseconds for each run.
  static OptionalDouble cpu(Optional<Duration> before, Optional<Duration> after, Load load) {
    if (before.isEmpty() || after.isEmpty()) return OptionalDouble.empty();
    var used = after.get().minus(before.get());
    return OptionalDouble.of(used.toNanos() / NANOS_PER_MILLI / load.runs());
  }

  /// Bytes for each task run.
  static OptionalDouble bytes(OptionalLong before, OptionalLong after, Load load) {
    if (before.isEmpty() || after.isEmpty()) return OptionalDouble.empty();
    return OptionalDouble.of((double) (after.getAsLong() - before.getAsLong()) / load.taskRuns());
  }
}
