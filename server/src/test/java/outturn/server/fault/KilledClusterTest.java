package outturn.server.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Patience;

/// Of three servers on one database one after another is killed at random and started again while
/// runs of process tasks are in flight; one is frozen for longer than its leases and woken. Small
/// in a build; `-Doutturn.proof=full` is 2,000 runs of ten tasks and ten kills, see
/// `docs/faults.md`.
class KilledClusterTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int RUNS = FULL ? 2_000 : 60;
  private static final int KILLS = FULL ? 10 : 3;
  private static final int TASKS = 10;
  private static final long SEED = Long.getLong("outturn.seed", 7);

  private final Cluster cluster = new Cluster();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void afterRandomKillsAndAFreezeAllRunsEndAndNoneIsDoneTwice() {
    var random = new Random(SEED);
    var servers = new ArrayList<>(List.of(cluster.start(), cluster.start(), cluster.start()));
    servers.getFirst().api().apply("killed-cluster", Book.project(TASKS));
    Cluster.shared(servers.getFirst().api(), 22, 21, 21);
    var book = new Book(folder);
    var runs = new ArrayList<String>();
    for (var server : servers) runs.addAll(book.order(server.api(), RUNS / 3));

    var frozen = servers.removeLast();
    frozen.freeze();
    for (int kill = 1; kill <= KILLS; kill++) {
      // What the frozen one was at waits until its leases have ended: a part is left for later.
      long part = (long) RUNS * TASKS * kill / (2L * KILLS);
      Patience.whileItGoesOn("its part of the work", book::progress, done -> done >= part);
      int victim = random.nextInt(servers.size());
      var killed = servers.get(victim);
      killed.kill();
      servers.set(victim, cluster.start(killed.place()));
    }
    Patience.longer(
        "the frozen one is declared dead",
        () -> Cluster.shares(servers.getFirst().api()).size(),
        nodes -> nodes == 2);
    var living = servers.getFirst().api();
    book.awaitEnd(living, runs);
    frozen.wake();
    Patience.until(
        "the one that was frozen takes part again",
        () -> Cluster.shares(living).size(),
        nodes -> nodes == 3);

    book.check(runs, TASKS);
    Book.nothingWaitsWithoutAReason(living);
  }
}
