package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.fault.Book.Entry;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;

/// The only server is killed again and again while runs of process tasks are in flight. Small in a
/// build; `-Doutturn.proof=full` is 2,000 runs of ten tasks and ten kills, see `docs/faults.md`.
class KilledOftenTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int RUNS = FULL ? 2_000 : 40;
  private static final int KILLS = FULL ? 10 : 3;
  private static final int TASKS = 10;

  /// So much of a log may be lost with the server: what was not stored yet.
  private static final Duration LOG_DELAY = Duration.ofSeconds(1);

  private static final Duration LOOK_BACK = Duration.ofSeconds(3);

  private final Place place = Place.fresh();
  private final List<Instant> killed = new ArrayList<>();
  private List<String> runs = List.of();
  @TempDir private Path folder;

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void afterEachKillTheWorkGoesOnAndNoneIsDoneTwice() {
    var book = new Book(folder);
    var readable = new ArrayList<Entry>();
    for (int kill = 1; kill <= KILLS; kill++) {
      long part = (long) RUNS * TASKS * kill / (KILLS + 1);
      try (var server = ChildServer.start(place, "512m")) {
        if (kill == 1) {
          server.api().apply("killed-often", Book.project(TASKS));
          runs = book.order(server.api(), RUNS);
        }
        Patience.whileItGoesOn("its part of the work", book::progress, done -> done >= part);
        readable.addAll(loggedByNow(server.api(), book));
        killed.add(Instant.now());
        server.kill();
      }
    }
    try (var last = ChildServer.start(place, "512m")) {
      Book.nothingWaitsWithoutAReason(last.api());
      book.awaitEnd(last.api(), runs);
      book.check(runs, TASKS);
      Book.logsHave(last.api(), readable);
      if (FULL) logsAreReadableUpToASecondBeforeEachKill(last.api(), book);
      tell(book);
    }
  }

  /// The entries of one run whose words are in the log before the kill.
  private List<Entry> loggedByNow(Api api, Book book) {
    var run = runs.get(runs.size() / 2);
    var lines = api.log(run).stream().map(line -> line.path("text").asString()).toList();
    return book.entries(run).stream().filter(entry -> lines.contains(entry.said())).toList();
  }

  private void logsAreReadableUpToASecondBeforeEachKill(Api api, Book book) {
    var all = book.entries(runs);
    for (var at : killed) {
      long until = nanos(at.minus(LOG_DELAY));
      long since = nanos(at.minus(LOOK_BACK));
      var said = all.stream().filter(e -> e.nanos() >= since && e.nanos() < until).toList();
      assertThat(said).isNotEmpty();
      Book.logsHave(api, said);
    }
  }

  private static long nanos(Instant at) {
    return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
  }

  private void tell(Book book) {
    var entries = book.entries(runs);
    System.out.printf(
        "%d runs of %d tasks, %d kills: %d attempts started, %d never came to their end, %s in all%n",
        RUNS,
        TASKS,
        KILLS,
        entries.stream().filter(Entry::isStart).count(),
        Book.lost(entries),
        Duration.ofNanos(
            entries.stream().mapToLong(Entry::nanos).max().orElse(0)
                - entries.stream().mapToLong(Entry::nanos).min().orElse(0)));
  }
}
