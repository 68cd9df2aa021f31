package outturn.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The journal, the nodes, the mailbox and the truth in memory do what those of a PostgreSQL do, in
/// random histories. `-Doutturn.contract.seed=N` replays one, `-Doutturn.contract.seeds=N` plays so
/// many; docs/simulation.md says more.
class JournalContractTest {
  private static final int STEPS = 50;
  private static final SqlStorage REAL = new SqlStorage();

  @AfterAll
  static void close() {
    REAL.close();
  }

  @Test
  void memoryAnswersAsTheRealDatabaseAndHasTheSameRows() {
    var one = Long.getLong("outturn.contract.seed");
    long commits =
        one != null
            ? play(one)
            : LongStream.range(0, Long.getLong("outturn.contract.seeds", 50))
                .map(JournalContractTest::play)
                .sum();

    assertThat(commits).as("commits").isPositive();
  }

  private static long play(long seed) {
    try {
      return new RandomHistory(seed, REAL).play(STEPS);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "history %d (replay it with -Doutturn.contract.seed=%d): %s"
              .formatted(seed, seed, broken.getMessage()),
          broken);
    }
  }
}
