package outturn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import outturn.bench.Measurement.PressureChange;
import outturn.bench.host.CpuUse;
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
            new Costs(
                Optional.of(new CpuUse(Duration.ofMillis(60), Duration.ofMillis(40))),
                OptionalDouble.of(412)),
            new Yardsticks(OptionalDouble.of(2.5), OptionalDouble.empty()),
            new PressureChange(OptionalDouble.of(3.25), OptionalDouble.of(60)));

    assertThat(measured.json())
        .hasToString(
            """
            {"shape":"chain","runs":200,"taskRuns":2000,"seconds":2.5,"runsPerSecond":80,\
            "transitionsPerSecond":800,"cpuMillisPerRun":{"server":0.3,"postgresql":0.2,"total":0.5},"databaseBytesPerTaskRun":412,\
            "latencyMillis":{"p50":12.346,"p99":80,"max":81},"pressure":{"before":3.25,"after":60},"commitMillis":2.5,\
            "inCommits":{"runs":0.2,"transitions":2,"latencyP50":4.938,"latencyP99":32}}\
            """);
  }

  @Test
  void processesAreToldAsAShareOfTheBareLoop() {
    var measured =
        new Measurement(
            new Load(Shape.PROCESS, 300, 1),
            Duration.ofSeconds(2),
            new Latency(1, 1, 1),
            new Costs(Optional.empty(), OptionalDouble.empty()),
            new Yardsticks(OptionalDouble.empty(), OptionalDouble.of(600)),
            new PressureChange(OptionalDouble.empty(), OptionalDouble.empty()));

    assertThat(measured.percentOfPlain()).hasValue(25);
    assertThat(measured.json().get("percentOfPlainProcesses")).hasToString("25");
  }

  @Test
  void whatIsNotKnownIsNull() {
    var measured =
        new Measurement(
            CHAIN,
            Duration.ofSeconds(1),
            new Latency(1, 1, 1),
            new Costs(Optional.empty(), OptionalDouble.empty()),
            Yardsticks.NONE,
            new PressureChange(OptionalDouble.empty(), OptionalDouble.empty()));

    var json = measured.json();

    assertThat(json.get("cpuMillisPerRun").isNull()).isTrue();
    assertThat(json.get("databaseBytesPerTaskRun").isNull()).isTrue();
    assertThat(json.get("commitMillis").isNull()).isTrue();
    assertThat(json.get("inCommits").isNull()).isTrue();
    assertThat(json.get("pressure")).hasToString("{\"before\":null,\"after\":null}");
  }

  @Test
  void cpuIsWhatWasUsedBetweenTwoReadingsAndRoomIsForEachTaskRun() {
    var before = new CpuUse(Duration.ofSeconds(3), Duration.ofSeconds(1));
    var after = new CpuUse(Duration.ofSeconds(4), Duration.ofSeconds(3));

    var cpu = Costs.cpu(Optional.of(before), Optional.of(after)).orElseThrow();
    var bytes = Costs.bytes(OptionalLong.of(1_000_000), OptionalLong.of(1_800_000), CHAIN);

    assertThat(cpu).isEqualTo(new CpuUse(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    assertThat(cpu.total()).isEqualTo(Duration.ofSeconds(3));
    assertThat(bytes).hasValue(400.0);
  }

  @Test
  void withoutBothReadingsThereIsNoCost() {
    var some = new CpuUse(Duration.ZERO, Duration.ZERO);

    assertThat(Costs.cpu(Optional.of(some), Optional.empty())).isEmpty();
    assertThat(Costs.bytes(OptionalLong.empty(), OptionalLong.of(1), CHAIN)).isEmpty();
  }
}
