package outturn.runtime.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outturn.engine.decide.Event;
import outturn.engine.decide.Timer;
import outturn.engine.decide.World;
import outturn.engine.pool.Capacity;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;

class OursTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final int HERE = 3;
  private static final int ELSEWHERE = 4;

  private static final World WORLD =
      World.empty(
          new Capacity(Map.of()),
          new RunIds(RunId.firstAt(NOW), List.of(HERE)),
          new Random(1),
          1,
          NOW);

  private static Event wakes(int partition) {
    var run = new RunIds(RunId.firstAt(NOW), List.of(partition)).next(NOW);
    return new Event.Woken(new Timer(run, Timer.Kind.WAIT, "load", 0, 1));
  }

  @Test
  void theTimerOfARunThatMovedIsLeftToWhoDecidesForItNow() {
    assertThat(Ours.decides(WORLD, wakes(HERE))).isTrue();
    assertThat(Ours.decides(WORLD, wakes(ELSEWHERE))).isFalse();
  }
}
