package outturn.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import outturn.bench.host.CpuUse;
import outturn.bench.host.ServerProcesses.Memory;

class IdleTest {
  @Test
  void cpuIsAShareOfACoreAndMemoryIsInMegabytes() {
    var idle =
        new Idle(
            Duration.ofSeconds(60),
            Optional.of(new CpuUse(Duration.ofMillis(300), Duration.ofMillis(150))),
            Optional.of(new Memory(200_000_000, 50_000_000)),
            OptionalDouble.of(1.5));

    assertThat(IdleCommand.json(idle, 10))
        .hasToString(
            """
            {"shape":"idle","schedules":10,"seconds":60,\
            "cpuPercentOfCore":{"server":0.5,"postgresql":0.25,"total":0.75},\
            "residentMegabytes":{"server":200,"postgresql":50,"total":250},"pressure":{"before":1.5}}\
            """);
  }
}
