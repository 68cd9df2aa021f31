package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import outturn.server.proof.Shell;

/// The disk of the data folder is nearly full, or full, and is freed again.
class FullDiskTest {
  private static final int RUNS = 30;
  private static final int TASKS = 5;
  private static final String FILLER =
      """
      kind: workflow
      name: fills
      tasks: {a: {}, b: {}, c: {}, d: {}, e: {}}
      """;
  private static final int MEGABYTE = 1 << 20;
  private static final long MORE_THAN_THERE_IS = 1L << 40;

  @TempDir private Path folder;

  @Test
  void withLessFreeThanIsKeptNothingBeginsAndThatIsTold() {
    var place = Place.fresh();
    var book = new Book(folder);
    String run;
    try (var server =
        ChildServer.start(place, "256m", "--keep-free", Long.toString(MORE_THAN_THERE_IS))) {
      server.api().apply("full-disk", Book.project(TASKS));
      run = book.order(server.api(), 1).getFirst();
      var why = server.api().get("/runs/" + run + "/why").good();
      assertThat(why.at("/reasons/0/kind").asString()).isEqualTo("disk");
      assertThat(new Shell(place).run("why", run).out())
          .contains("t0 is ready and does not begin: the disk of the data folder has");
      assertThat(book.entries(run)).isEmpty();
    }
    try (var server = ChildServer.start(place, "256m", "--keep-free", "0")) {
      assertThat(server.api().ended(run).path("state").asString()).isEqualTo("succeeded");
    }
    place.remove();
  }

  @Test
  void aDiskThatIsFilledAndFreedHoldsTheWorkAndLosesNone() throws IOException {
    var disk = Files.createTempDirectory("outturn-disk-");
    var problem =
        Host.problem("mount", "-t", "tmpfs", "-o", "size=400m,mode=755", "none", disk.toString());
    assumeTrue(
        problem.isEmpty(),
        () -> "no disk can be made here, which needs root: " + problem.orElse(""));
    try {
      fillAndFree(Place.in(disk));
    } finally {
      assertThat(Host.problem("umount", "-l", disk.toString())).isEqualTo(Optional.empty());
      Files.delete(disk);
    }
  }

  private void fillAndFree(Place place) {
    var book = new Book(folder);
    var ballast = place.folder().resolveSibling("ballast");
    try (var server = ChildServer.start(place, "256m", "--keep-free", "0")) {
      var api = server.api();
      api.apply("full-disk", Book.project(TASKS));
      api.apply("filler", FILLER);
      var runs = book.order(api, RUNS);
      Patience.whileItGoesOn("a third", book::progress, done -> done >= RUNS * TASKS / 3);

      fill(ballast);
      Patience.until("the database has no room", () -> orderFillers(api), status -> status >= 500);
      assertThat(server.process().isAlive()).isTrue();
      Files.delete(ballast);

      book.awaitEnd(api, runs);
      book.check(runs, TASKS);
      assertThat(Book.lost(book.entries(runs))).isZero();
      Patience.whileItGoesOn(
          "all else ends", () -> api.all("/runs?state=waiting,running").size(), live -> live == 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int orderFillers(Api api) {
    return api.post("/runs", Map.of("runs", Collections.nCopies(500, Map.of("workflow", "fills"))))
        .status();
  }

  private static void fill(Path ballast) throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      for (var block = new byte[MEGABYTE]; ; ) out.write(block);
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
    }
  }
}
