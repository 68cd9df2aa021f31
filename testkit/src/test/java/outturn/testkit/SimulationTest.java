package outturn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random clusters live through random histories. `-Doutturn.simulation.seed=N` replays one and
/// writes what happened in it to `target/simulation-N.txt`, `-Doutturn.simulation.seeds=N` plays so
/// many.
///
/// `docs/simulation.md` lists for each invariant changes of the code that break it, and the seeds
/// of this test that say so.
class SimulationTest {
  private static final int ROUNDS = 250;
  private static final @Nullable Long ONE = Long.getLong("outturn.simulation.seed");

  @Test
  void whateverHappensToAClusterTheInvariantsHold() {
    long commits =
        ONE != null
            ? play(ONE)
            : LongStream.range(0, Long.getLong("outturn.simulation.seeds", 200))
                .map(SimulationTest::play)
                .sum();

    assertThat(commits).as("commits").isPositive();
  }

  @Test
  void eachEventStartsOneRunWhateverHappensToTheCluster() {
    long commits =
        ONE != null
            ? play(Simulation.withEvents(ONE), ONE)
            : LongStream.range(0, Long.getLong("outturn.simulation.seeds", 60))
                .map(seed -> play(Simulation.withEvents(seed), seed))
                .sum();

    assertThat(commits).as("commits").isPositive();
  }

  /// Java walks its immutable sets and maps in another order in each process: nothing may hang on
  /// that, here or in what the engine decides.
  @Test
  void aSeedPlaysTheSameInAnotherProcess() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var other =
        new ProcessBuilder(java, "-cp", classes, Replay.class.getName())
            .redirectError(Redirect.DISCARD)
            .start();
    try (var said = other.getInputStream()) {
      var here = Replay.digests();

      assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(here);
    } finally {
      other.destroyForcibly();
    }
  }

  private static long play(long seed) {
    return play(new Simulation(seed), seed);
  }

  private static long play(Simulation simulation, long seed) {
    try {
      return simulation.play(ROUNDS);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          "history %d (replay it with -Doutturn.simulation.seed=%d): %s"
              .formatted(seed, seed, broken),
          broken);
    } finally {
      if (ONE != null) write(seed, simulation.chronicle());
    }
  }

  private static void write(long seed, Chronicle chronicle) {
    try {
      Files.write(Path.of("target", "simulation-" + seed + ".txt"), chronicle.lines());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
