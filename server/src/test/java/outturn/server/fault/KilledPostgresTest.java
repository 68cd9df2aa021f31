package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;

/// The embedded PostgreSQL is killed in mid-work, and the server goes on with it.
class KilledPostgresTest {
  private static final int RUNS = 30;
  private static final int TASKS = 5;
  private static final long ALL = RUNS * TASKS;

  private final Place place = Place.fresh();
  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void afterItsDatabaseWasKilledAServerStartsItAnewAndAllRunsEnd() {
    var book = new Book(folder);
    try (var server = ChildServer.start(place, "512m")) {
      server.api().apply("killed-postgres", Book.project(TASKS));
      var runs = book.order(server.api(), RUNS);
      Patience.whileItGoesOn("a third", book::progress, done -> done >= ALL / 3);

      var postmaster = ProcessHandle.of(Host.postmaster(place)).orElseThrow();
      var all = postmaster.descendants().toList();
      postmaster.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);

      Patience.whileItGoesOn("two thirds", book::progress, done -> done >= ALL * 2 / 3);
      assertThat(Host.postmaster(place)).isNotEqualTo(postmaster.pid());

      // One of its backends: PostgreSQL ends all others and recovers by itself.
      ProcessHandle.of(Host.postmaster(place))
          .orElseThrow()
          .descendants()
          .toList()
          .getLast()
          .destroyForcibly();

      book.awaitEnd(server.api(), runs);
      book.check(runs, TASKS);
      assertThat(Book.lost(book.entries(runs))).isZero();
      assertThat(server.process().isAlive()).isTrue();
    }
  }
}
