package outturn.bench.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayTest {
  @Test
  void theDelayIsByHowMuchTheMedianGrew() {
    var delay =
        Delay.of(
            List.of(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(30)),
            List.of(Duration.ofMillis(22), Duration.ofMillis(10), Duration.ofMillis(60)));

    assertThat(delay.percent()).isEqualTo(10);
    assertThat(delay.percentOfSlowest()).isEqualTo(100);
  }
}
