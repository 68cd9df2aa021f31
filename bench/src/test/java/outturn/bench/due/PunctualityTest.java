package outturn.bench.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import outturn.bench.Latency;
import outturn.bench.due.Punctuality.Start;

class PunctualityTest {
  private static final Instant DUE = Instant.parse("2026-11-28T12:00:00Z");

  private static Start start(String schedule, int late) {
    var started = DUE.plusMillis(late);
    return new Start(schedule, DUE, started, started.plusMillis(10));
  }

  @Test
  void latenessCountsFromTheDueTime() {
    var found = Punctuality.of(2, List.of(start("a", 20), start("b", 40)));

    assertThat(found.lateness()).contains(new Latency(20, 40, 40));
    assertThat(found.untilEnd()).contains(new Latency(30, 50, 50));
    assertThat(found).extracting("missed", "doubled", "early").containsExactly(0, 0, 0);
  }

  @Test
  void whatIsMissedDoubledOrEarlyIsCounted() {
    var found = Punctuality.of(3, List.of(start("a", 20), start("a", 21), start("b", -1)));

    assertThat(found).extracting("missed", "doubled", "early").containsExactly(1, 1, 1);
  }

  @Test
  void whereNothingStartedAllIsMissed() {
    var found = Punctuality.of(3, List.of());

    assertThat(found.missed()).isEqualTo(3);
    assertThat(found.lateness()).isEmpty();
  }
}
