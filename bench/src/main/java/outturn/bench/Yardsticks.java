package outturn.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// What the same host and database do without a server, measured beside it: figures of different
/// machines compare in multiples of these.
///
/// @param commitMillis the median of single commits of one small row
/// @param processesPerSecond how often a bare loop starts the program `true` and sees its end
record Yardsticks(OptionalDouble commitMillis, OptionalDouble processesPerSecond) {
  static final Yardsticks NONE = new Yardsticks(OptionalDouble.empty(), OptionalDouble.empty());

  static OptionalDouble median(List<Duration> commits) {
    return commits.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Latency.of(commits).p50());
  }
}
