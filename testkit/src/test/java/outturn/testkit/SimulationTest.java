package outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Random clusters live through random histories. `-Doutturn.simulation.seed=N` replays one,
/// `-Doutturn.simulation.seeds=N` plays so many; docs/simulation.md says more.
class SimulationTest {
  private static final int ROUNDS = 250;

  @Test
  void whateverHappensToAClusterTheInvariantsHold() {
    var one = Long.getLong("outturn.simulation.seed");
    long commits =
        one != null
            ? play(one)
            : LongStream.range(0, Long.getLong("outturn.simulation.seeds", 200))
                .map(SimulationTest::play)
                .sum();

    assertThat(commits).as("commits").isPositive();
  }

  private static long play(long seed) {
    try {
      return new Simulation(seed).play(ROUNDS);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "history %d (replay it with -Doutturn.simulation.seed=%d): %s"
              .formatted(seed, seed, broken),
          broken);
    }
  }
}
