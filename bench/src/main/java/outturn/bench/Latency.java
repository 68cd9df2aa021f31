package outturn.bench;

import java.time.Duration;
import java.util.Collection;

/// How long runs took, in milliseconds: the time within which half and 99 % of them had ended, and
/// the longest.
public record Latency(double p50, double p99, double max) {
  private static final double NANOS_PER_MILLI = 1e6;

  public static Latency of(Collection<Duration> latencies) {
    var sorted =
        latencies.stream().mapToDouble(each -> each.toNanos() / NANOS_PER_MILLI).sorted().toArray();
    if (sorted.length == 0) throw new IllegalArgumentException("no latencies");
    return new Latency(percentile(sorted, 50), percentile(sorted, 99), sorted[sorted.length - 1]);
  }

  public String inWords() {
    return "p50 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(p50, p99, max);
  }

  /// The nearest rank: the smallest value that at least so many percent of all do not exceed.
  private static double percentile(double[] sorted, int percent) {
    var rank = Math.ceilDivExact(sorted.length * (long) percent, 100);
    return sorted[Math.toIntExact(rank) - 1];
  }
}
