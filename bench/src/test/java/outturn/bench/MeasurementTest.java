package outturn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import outturn.bench.Measurement.PressureChange;
import outturn.bench.load.Load;
import outturn.bench.load.Shape;

class MeasurementTest {
  private static final Load CHAIN = new Load(Shape.CHAIN, 200, 10);

  @Test
  void theJsonHasRatesCostsLatenciesAndPressure() {
    var measured =
        new Measurement(
            CHAIN,
            Duration.ofMillis(2_500),
            new Latency(12.3456, 80, 81),
            new Costs(OptionalDouble.of(0.5), OptionalDouble.of(412)),
            new PressureChange(OptionalDouble.of(3.25), OptionalDouble.of(60)));

    assertThat(measured.json())
        .hasToString(
            """
            {"shape":"chain","runs":200,"taskRuns":2000,"seconds":2.5,"runsPerSecond":80,\
            "transitionsPerSecond":800,"cpuMillisPerRun":0.5,"databaseBytesPerTaskRun":412,\
            "latencyMillis":{"p50":12.346,"p99":80,"max":81},"pressure":{"before":3.25,"after":60}}\
            """);
  }

  @Test
  void whatIsNotKnownIsNull() {
    var measured =
        new Measurement(
            CHAIN,
            Duration.ofSeconds(1),
            new Latency(1, 1, 1),
            new Costs(OptionalDouble.empty(), OptionalDouble.empty()),
            new PressureChange(OptionalDouble.empty(), OptionalDouble.empty()));

    var json = measured.json();

    assertThat(json.get("cpuMillisPerRun").isNull()).isTrue();
    assertThat(json.get("databaseBytesPerTaskRun").isNull()).isTrue();
    assertThat(json.get("pressure")).hasToString("{\"before\":null,\"after\":null}");
  }

  @Test
  void cpuIsForEachRunAndRoomForEachTaskRun() {
    var cpu =
        Costs.cpu(Optional.of(Duration.ofSeconds(3)), Optional.of(Duration.ofSeconds(4)), CHAIN);
    var bytes = Costs.bytes(OptionalLong.of(1_000_000), OptionalLong.of(1_800_000), CHAIN);

    assertThat(cpu).hasValue(5.0);
    assertThat(bytes).hasValue(400.0);
  }

  @Test
  void withoutBothReadingsThereIsNoCost() {
    assertThat(Costs.cpu(Optional.of(Duration.ZERO), Optional.empty(), CHAIN)).isEmpty();
    assertThat(Costs.bytes(OptionalLong.empty(), OptionalLong.of(1), CHAIN)).isEmpty();
  }
}
