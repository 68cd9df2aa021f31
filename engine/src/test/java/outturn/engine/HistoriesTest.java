package outturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Random workflows live through random histories. `-Doutturn.seed=N` replays one,
/// `-Doutturn.seeds=N` plays so many.
class HistoriesTest {
  private static final int STEPS = 80;

  @Test
  void whateverHappensTheInvariantsHold() {
    var one = Long.getLong("outturn.seed");
    long events =
        one != null
            ? play(one)
            : LongStream.range(0, Long.getLong("outturn.seeds", 300)).map(this::play).sum();

    assertThat(events).as("decisions").isPositive();
  }

  private long play(long seed) {
    try {
      return new History(seed).play(STEPS);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "history %d (replay it with -Doutturn.seed=%d): %s".formatted(seed, seed, broken),
          broken);
    }
  }
}
