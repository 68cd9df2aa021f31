package outturn.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.pool.Pool;

class LoadTest {
  @Test
  void theTaskThatJoinsAFanIsCounted() {
    assertThat(new Load(Shape.FAN, 2, 1_000).taskRuns()).isEqualTo(2_002);
    assertThat(new Load(Shape.CHAIN, 1_000, 10).taskRuns()).isEqualTo(10_000);
    assertThat(new Load(Shape.SINGLE, 7, 1).taskRuns()).isEqualTo(7);
  }

  @Test
  void theWarmUpIsAFifthAndTenTimesWhatHasAPace() {
    assertThat(new Load(Shape.CHAIN, 1_000, 10).warmUp()).isEqualTo(new Load(Shape.CHAIN, 200, 10));
    assertThat(new Load(Shape.TRICKLE, 3, 1).warmUp()).isEqualTo(new Load(Shape.TRICKLE, 30, 1));
    assertThat(new Load(Shape.HOP, 200, 10_000).warmUp().runs()).isEqualTo(1_000);
    assertThat(new Load(Shape.FAN, 1, 50).warmUp()).isEqualTo(new Load(Shape.FAN, 1, 50));
  }

  @Test
  void aLoadIsBounded() {
    assertThatThrownBy(() -> new Load(Shape.SINGLE, 0, 1)).hasMessage("1 to 1000000 runs, not 0");
    assertThatThrownBy(() -> new Load(Shape.FAN, 1, 10_001))
        .hasMessage("1 to 10000 tasks, not 10001");
    assertThatThrownBy(() -> new Load(Shape.CHAIN, 100_000, 1_000))
        .hasMessage("at most 10000000 tasks in all runs together, not 100000000");
  }

  @Test
  void aPoolIsForShapesOfTasksThatDoNothing() {
    var pool = Optional.of(new Pooled(Pool.Order.WORTH, LocalDate.EPOCH));

    assertThat(new Load(Shape.CHAIN, 1_000, 10, pool).warmUp().pool()).isEqualTo(pool);
    assertThat(new Load(Shape.HOP, 3, 10, pool).workflow()).isEqualTo("bench-pool-chain");
    assertThat(new Load(Shape.TRICKLE, 3, 1, pool).workflow()).isEqualTo("bench-pool-single");
    assertThatThrownBy(() -> new Load(Shape.PROCESS, 1, 1, pool))
        .hasMessage("a pool is for single, one-by-one, chain, trickle and hop, not for process");
  }

  @Test
  void everyShapeIsFoundByItsWordAndHasAUsualLoad() {
    for (var shape : Shape.values()) {
      assertThat(Shape.of(shape.word())).contains(shape);
      assertThat(new Load(shape, shape.usualRuns(), shape.usualTasks()).taskRuns()).isPositive();
    }
    assertThat(Shape.of("square")).isEmpty();
  }

  @Test
  void theEndIsLookedForInAFiftiethOfTheTimeThatHasPassed() {
    assertThat(Sender.pauseAfter(Duration.ofMillis(5).toNanos())).isEqualTo(1_000_000);
    assertThat(Sender.pauseAfter(Duration.ofMillis(500).toNanos())).isEqualTo(10_000_000);
    assertThat(Sender.pauseAfter(Duration.ofMinutes(1).toNanos())).isEqualTo(50_000_000);
  }
}
