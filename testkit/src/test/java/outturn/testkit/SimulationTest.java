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
/// many; docs/simulation.md says more.
///
/// Each invariant fails with a change of the code that breaks it:
/// - tokens: in `Decisions` effects are released before the commit (seed 0: begins before its row
///   is committed)
/// - tokens: in `RollCall` what a server before had begun is taken for never begun (seed 0: begins
///   again under another token)
/// - tokens: in `Decisions` reports are settled before the commit (seed 0: begins again under
///   another token)
/// - overlap: in `RollCall` attempts are lost while their worker is heard of (seed 0: LOST, and its
///   worker said null)
/// - overlap: in `Lease` a node is silent for two minutes before its processes are ended (seed 0:
///   LOST, and its worker said null)
/// - overlap: in `Lease` a worker whose lease has lapsed begins what it was given (seed 109: begins
///   when its row says LOST)
/// - reports: in `Attempts` a report under an old token counts (seed 0: one statement changes a row
///   twice)
/// - reports: in `Attempts` a report under an old token counts, unless it says that nothing began
///   (seed 170: SUCCEEDED, and its worker said null)
/// - rows: in `Runs` a run that is cancelled already is cancelled again (seed 3: cancelled by ada)
/// - rows: in `SimulatedDatabase, for the SQL` a commit does not look at the fence (seed 30:
///   duplicate key)
/// - never back: in `Rebuild` an attempt that succeeded is ready again (seed 0: an attempt after
///   one that succeeded)
/// - never back: in `Attempts` lost attempts count as tries (seed 49: rows say …, memory …)
/// - pools: in `Capacity` a full pool grants (seed 1: 5 of pool blue in the rows)
/// - pools: in `Attempts` what runs holds nothing after a rebuild (seed 1: 4 of pool blue in the
///   rows)
/// - pools: in `Version` runs that share a pool are decided anywhere (seed 2: these wait for
///   nothing)
/// - requests: in `Runs` the key is not kept (seed 0: the request is carried out twice)
/// - requests: in `Decisions` answers are given before the commit (seed 3: answered, and not there)
/// - due times: in `DueRuns` how far a schedule was looked at is not written (seed 0: duplicate
///   key)
/// - due times: in `DueRuns` after an absence the last due time is passed over (seed 81: schedule
///   0, …: 0 times)
/// - due times: in `DueRuns` a skipped due time is not recorded (seed 22: schedule 1, …: 0 times)
/// - memory: in `Attempts` a loss is not counted (seed 0: rows say …, memory …)
/// - memory: in `Runs` who cancelled is not written (seed 2: rows say …, memory …)
/// - ends: in `Decisions` reports that were lost with a commit are not said again (seed 2: these do
///   not end)
/// - ends: in `Decisions` the roll is not called when partitions were taken (seed 1: these do not
///   end)
/// - ends: in `Decisions` the roll is not called when a worker is not heard of any more (seed 41:
///   these do not end)
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
    var simulation = new Simulation(seed);
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
