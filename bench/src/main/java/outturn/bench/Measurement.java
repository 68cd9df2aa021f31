package outturn.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;
import outturn.bench.load.Load;
import outturn.cli.client.Json;
import tools.jackson.databind.node.ObjectNode;

/// What came of a bench.
///
/// @param took from the first request until the last run was seen to have ended
record Measurement(
    Load load, Duration took, Latency latency, Costs costs, PressureChange pressure) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int DECIMALS = 3;

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

  /// For programs; what is not known is null.
  ObjectNode json() {
    var json = Json.object();
    json.put("shape", load.shape().word());
    json.put("runs", load.runs());
    json.put("taskRuns", load.taskRuns());
    put(json, "seconds", OptionalDouble.of(seconds()));
    put(json, "runsPerSecond", OptionalDouble.of(runsPerSecond()));
    put(json, "transitionsPerSecond", OptionalDouble.of(transitionsPerSecond()));
    put(json, "cpuMillisPerRun", costs.cpuMillisPerRun());
    put(json, "databaseBytesPerTaskRun", costs.databaseBytesPerTaskRun());
    var millis = json.putObject("latencyMillis");
    put(millis, "p50", OptionalDouble.of(latency.p50()));
    put(millis, "p99", OptionalDouble.of(latency.p99()));
    put(millis, "max", OptionalDouble.of(latency.max()));
    var percent = json.putObject("pressure");
    put(percent, "before", pressure.before());
    put(percent, "after", pressure.after());
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalDouble value) {
    if (value.isEmpty()) {
      json.putNull(name);
      return;
    }
    var rounded =
        BigDecimal.valueOf(value.getAsDouble())
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    // Without the zeros 80 would be written 8E+1.
    json.put(name, rounded.setScale(Math.max(0, rounded.scale())));
  }
}
