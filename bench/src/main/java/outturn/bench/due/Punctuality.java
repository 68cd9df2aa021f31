package outturn.bench.due;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import outturn.bench.Latency;

/// How the starts of runs compare with the times at which they were due.
///
/// @param expected how many there should be
/// @param missed of them there are no runs
/// @param doubled runs beyond the first of the same schedule and due time
/// @param early runs that started before they were due
/// @param lateness from when it was due to the start
/// @param untilEnd from when it was due to the end
record Punctuality(
    int expected,
    int missed,
    int doubled,
    int early,
    Optional<Latency> lateness,
    Optional<Latency> untilEnd) {

  /// A run that a schedule has started, by the server's clock.
  ///
  /// @param schedule unique on the server
  record Start(String schedule, Instant due, Instant started, Instant ended) {
    Duration late() {
      return Duration.between(due, started);
    }
  }

  private record Turn(String schedule, Instant due) {}

  static Punctuality of(int expected, List<Start> starts) {
    var turns = new HashMap<Turn, Integer>();
    for (var start : starts) turns.merge(new Turn(start.schedule(), start.due()), 1, Integer::sum);
    var early = starts.stream().filter(start -> start.late().isNegative()).count();
    return new Punctuality(
        expected,
        expected - turns.size(),
        starts.size() - turns.size(),
        Math.toIntExact(early),
        latency(starts.stream().map(Start::late).toList()),
        latency(
            starts.stream().map(start -> Duration.between(start.due(), start.ended())).toList()));
  }

  private static Optional<Latency> latency(List<Duration> times) {
    return times.isEmpty() ? Optional.empty() : Optional.of(Latency.of(times));
  }
}
