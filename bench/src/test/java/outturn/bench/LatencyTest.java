package outturn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  private static Latency upTo(long last) {
    return Latency.of(
        LongStream.rangeClosed(1, last)
            .map(i -> last + 1 - i)
            .mapToObj(Duration::ofMillis)
            .toList());
  }

  @Test
  void aPercentileIsTheValueAtTheNearestRankInAnyOrder() {
    assertThat(upTo(100)).isEqualTo(new Latency(50, 99, 100));
    assertThat(upTo(101)).isEqualTo(new Latency(51, 100, 101));
    assertThat(upTo(1_000)).isEqualTo(new Latency(500, 990, 1_000));
  }

  @Test
  void aSingleValueIsAllOfThem() {
    assertThat(Latency.of(List.of(Duration.ofNanos(1_500_000))))
        .isEqualTo(new Latency(1.5, 1.5, 1.5));
  }

  @Test
  void ofTwoTheFirstIsTheMedian() {
    assertThat(upTo(2)).isEqualTo(new Latency(1, 2, 2));
  }

  @Test
  void thereIsNoLatencyOfNothing() {
    assertThatThrownBy(() -> Latency.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
