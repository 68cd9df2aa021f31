package outturn.bench.tabs;

import java.util.List;
import java.util.function.ToDoubleFunction;
import outturn.bench.host.CpuUse;
import outturn.bench.host.Gauges;
import outturn.bench.load.Bench;
import outturn.bench.load.Load;
import outturn.bench.load.OpenTabs;

/// What one load did, and what those who looked on asked meanwhile. A figure that is not known is
/// not a number.
///
/// @param cpuMillisPerRun of the server and its PostgreSQL
/// @param asksPerSecond of all pages together
/// @param refusedPercent of these, since the server was too busy
record Round(
    double runsPerSecond,
    double cpuMillisPerRun,
    double asksPerSecond,
    double refusedPercent,
    double kilobytesPerAsk) {
  private static final double PERCENT = 100;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_KILOBYTE = 1e3;

  static Round measured(Bench bench, Gauges gauges, Load load, OpenTabs open)
      throws InterruptedException {
    var cpuBefore = gauges.cpuTime();
    var asksBefore = open.asks();
    var refusedBefore = open.refused();
    var bytesBefore = open.bytes();
    var sent = bench.send(load);
    double seconds = sent.took().toNanos() / NANOS_PER_SECOND;
    long asks = open.asks() - asksBefore;
    long bytes = open.bytes() - bytesBefore;
    var cpu = cpuBefore.flatMap(before -> gauges.cpuTime().map(after -> after.since(before)));
    bench.latencies(load, sent);
    open.check();
    return new Round(
        load.runs() / seconds,
        cpu.map(CpuUse::total)
            .map(used -> used.toNanos() / NANOS_PER_MILLI / load.runs())
            .orElse(Double.NaN),
        asks / seconds,
        PERCENT * (open.refused() - refusedBefore) / asks,
        bytes / BYTES_PER_KILOBYTE / asks);
  }

  /// The middle one of several rounds' figures; of an even number the mean of the middle two.
  static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
