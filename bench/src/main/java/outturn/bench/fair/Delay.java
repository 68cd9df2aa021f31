package outturn.bench.fair;

import java.time.Duration;
import java.util.Collection;
import outturn.bench.Latency;

/// How long the runs of a workflow took without others that crowd the server, and with them.
record Delay(Latency alone, Latency crowded) {
  private static final double PERCENT = 100;

  static Delay of(Collection<Duration> alone, Collection<Duration> crowded) {
    return new Delay(Latency.of(alone), Latency.of(crowded));
  }

  /// By how much the median grew.
  double percent() {
    return PERCENT * (crowded.p50() - alone.p50()) / alone.p50();
  }

  /// The same of the slowest in a hundred.
  double percentOfSlowest() {
    return PERCENT * (crowded.p99() - alone.p99()) / alone.p99();
  }
}
