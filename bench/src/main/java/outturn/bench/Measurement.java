package outturn.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import outturn.bench.load.Load;
import outturn.cli.client.Json;
import tools.jackson.databind.node.ObjectNode;

/// What came of a bench.
///
/// @param took from the first request until the last run was seen to have ended
record Measurement(
    Load load,
    Duration took,
    Latency latency,
    Costs costs,
    Yardsticks yardsticks,
    PressureChange pressure) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double PERCENT = 100;
  private static final double MILLIS_PER_SECOND = 1e3;

  /// How much work waited for a CPU of this host, in percent of ten seconds.
  ///
  /// @param before the warm-up
  /// @param after the last run
  record PressureChange(OptionalDouble before, OptionalDouble after) {}

  double seconds() {
    return took.toNanos() / NANOS_PER_SECOND;
  }

  double runsPerSecond() {
    return load.runs() / seconds();
  }

  /// Finished tasks a second.
  double transitionsPerSecond() {
    return load.taskRuns() / seconds();
  }

  /// CPU milliseconds of each run.
  ///
  /// @param total of the server and its PostgreSQL
  record CpuMillis(double server, double postgresql, double total) {}

  Optional<CpuMillis> cpuMillisPerRun() {
    return costs
        .cpu()
        .map(used ->
            new CpuMillis(perRun(used.server()), perRun(used.postgres()), perRun(used.total())));
  }

  private double perRun(Duration used) {
    return used.toNanos() / NANOS_PER_MILLI / load.runs();
  }

  /// The figures against the time of a single commit: how much is done in that time, and how many
  /// of it a run takes.
  record InCommits(double runs, double transitions, double latencyP50, double latencyP99) {}

  Optional<InCommits> inCommits() {
    if (yardsticks.commitMillis().isEmpty()) return Optional.empty();
    var commit = yardsticks.commitMillis().getAsDouble();
    return Optional.of(
        new InCommits(
            runsPerSecond() * commit / MILLIS_PER_SECOND,
            transitionsPerSecond() * commit / MILLIS_PER_SECOND,
            latency.p50() / commit,
            latency.p99() / commit));
  }

  /// The runs against a bare loop that starts the same processes.
  OptionalDouble percentOfPlain() {
    var plain = yardsticks.processesPerSecond();
    if (plain.isEmpty()) return plain;
    return OptionalDouble.of(PERCENT * runsPerSecond() / plain.getAsDouble());
  }

  /// For programs; what is not known is null.
  ObjectNode json() {
    var json = Json.object();
    json.put("shape", load.shape().word());
    load.pool().ifPresent(pool -> json.put("pool", pool.word()));
    json.put("runs", load.runs());
    json.put("taskRuns", load.taskRuns());
    Figure.put(json, "seconds", seconds());
    Figure.put(json, "runsPerSecond", runsPerSecond());
    Figure.put(json, "transitionsPerSecond", transitionsPerSecond());
    putCpu(json);
    Figure.put(json, "databaseBytesPerTaskRun", costs.databaseBytesPerTaskRun());
    Figure.put(json, "latencyMillis", latency);
    putPressure(json);
    Figure.put(json, "commitMillis", yardsticks.commitMillis());
    putInCommits(json);
    if (yardsticks.processesPerSecond().isPresent()) {
      Figure.put(json, "plainProcessesPerSecond", yardsticks.processesPerSecond());
      Figure.put(json, "percentOfPlainProcesses", percentOfPlain());
    }
    return json;
  }

  private void putCpu(ObjectNode json) {
    var cpu = cpuMillisPerRun();
    if (cpu.isEmpty()) {
      json.putNull("cpuMillisPerRun");
      return;
    }
    var millis = json.putObject("cpuMillisPerRun");
    Figure.put(millis, "server", cpu.get().server());
    Figure.put(millis, "postgresql", cpu.get().postgresql());
    Figure.put(millis, "total", cpu.get().total());
  }

  private void putPressure(ObjectNode json) {
    var percent = json.putObject("pressure");
    Figure.put(percent, "before", pressure.before());
    Figure.put(percent, "after", pressure.after());
  }

  private void putInCommits(ObjectNode json) {
    var multiples = inCommits();
    if (multiples.isEmpty()) {
      json.putNull("inCommits");
      return;
    }
    var each = json.putObject("inCommits");
    Figure.put(each, "runs", multiples.get().runs());
    Figure.put(each, "transitions", multiples.get().transitions());
    Figure.put(each, "latencyP50", multiples.get().latencyP50());
    Figure.put(each, "latencyP99", multiples.get().latencyP99());
  }
}
