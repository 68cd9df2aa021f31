package outturn.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import outturn.bench.host.CpuUse;
import outturn.bench.load.Load;

/// What a load cost, as far as it can be told from here.
///
/// @param cpu of all its runs
/// @param databaseBytesPerTaskRun by which the tables grew
record Costs(Optional<CpuUse> cpu, OptionalDouble databaseBytesPerTaskRun) {

  /// What was used between two readings, if there are both.
  static Optional<CpuUse> cpu(Optional<CpuUse> before, Optional<CpuUse> after) {
    return before.flatMap(earlier -> after.map(later -> later.since(earlier)));
  }

  /// Bytes for each task run.
  static OptionalDouble bytes(OptionalLong before, OptionalLong after, Load load) {
    if (before.isEmpty() || after.isEmpty()) return OptionalDouble.empty();
    return OptionalDouble.of((double) (after.getAsLong() - before.getAsLong()) / load.taskRuns());
  }
}
