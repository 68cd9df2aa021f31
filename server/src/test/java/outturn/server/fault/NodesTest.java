package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.Patience;
import outturn.server.proof.Shell;

class NodesTest {
  private static final String PROJECT =
      """
      kind: workflow
      name: chain
      tasks:
        a: {}
        b: {needs: [a]}
        c: {needs: [b], wait: {for: 1s}}
        d: {needs: [c]}
      ---
      kind: pool
      name: till
      size: 2
      ---
      kind: workflow
      name: shared
      tasks:
        write: {shell: "sleep 0.1", pools: {till: 1}}
        call: {needs: [write], call: {workflow: chain}}
      ---
      kind: workflow
      name: writer
      inputs: {book: {}, length: {}}
      tasks:
        write:
          shell: |
            echo "$OUTTURN_RUN $OUTTURN_TOKEN start" >> "$BOOK"
            sleep "$LENGTH"
            echo "$OUTTURN_RUN $OUTTURN_TOKEN end" >> "$BOOK"
          env: {BOOK: "${inputs.book}", LENGTH: "${inputs.length}"}
          repeatable: true
        after: {needs: [write]}
      """;

  @TempDir private Path folder;
  private final Cluster cluster = new Cluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void twoNodesShareTheWorkAndARequestWorksOnAny() {
    var first = cluster.start();
    first.api().apply("nodes", PROJECT);
    Cluster.shared(first.api(), 64);

    var second = cluster.start();

    Cluster.shared(first.api(), 32, 32);
    assertThat(new Shell(second.place()).run("nodes").out()).contains("32 of 64: 32-63", "living");
    var runs = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      for (var api : List.of(first.api(), second.api())) {
        runs.add(api.start("chain"));
        runs.add(api.start("shared"));
      }
    }
    for (var run : runs) {
      assertThat(second.api().ended(run).path("state").asString()).as(run).isEqualTo("succeeded");
    }
    var called = Map.of("workflow", "shared", "inputs", Map.of());
    var key = Map.of("Idempotency-Key", "once");
    assertThat(second.api().post("/runs", called, key).good().path("id"))
        .isEqualTo(first.api().post("/runs", called, key).good().path("id"));
  }

  @Test
  void aRunIsCancelledOnAnyNodeWhereverItsProcessRuns() {
    var first = cluster.start();
    first.api().apply("nodes", PROJECT);
    var book = folder.resolve("book");
    var runs = writers(first.api(), book, "300", 3);
    Patience.until("all are under way", () -> lines(book), all -> all.size() == 3);
    var second = cluster.start();
    Cluster.shared(first.api(), 32, 32);

    for (var run : runs) second.api().post("/runs/" + run + "/cancel", Map.of()).good();

    for (var run : runs) {
      assertThat(first.api().ended(run).path("state").asString()).isEqualTo("cancelled");
    }
  }

  @Test
  void aCleanStopHandsOverAtOnceAndEndsWhatItHasBegun() {
    var first = cluster.start();
    first.api().apply("nodes", PROJECT);
    var second = cluster.start();
    Cluster.shared(first.api(), 32, 32);
    var book = folder.resolve("book");
    var runs = writers(first.api(), book, "4", 3);
    Patience.until("all are under way", () -> lines(book), all -> all.size() == 3);

    first.process().destroy();

    Cluster.shared(second.api(), 64);
    assertThat(first.process().isAlive()).isTrue();
    for (var run : runs) {
      assertThat(second.api().ended(run).path("state").asString()).isEqualTo("succeeded");
    }
    assertThat(lines(book)).hasSize(6);
    first.process().onExit().join();
  }

  @Test
  void afterAKillAndAFreezeOtherNodesGoOnAndLateReportsCountForNothing() {
    var survivor = cluster.start();
    survivor.api().apply("nodes", PROJECT);
    var killed = cluster.start();
    var frozen = cluster.start();
    Cluster.shared(survivor.api(), 22, 21, 21);
    var book = folder.resolve("book");
    // Longer than the lease, so that the frozen node's processes outlive it unless they are ended.
    var runs = new ArrayList<String>();
    for (var server : List.of(survivor, killed, frozen)) {
      runs.addAll(writers(server.api(), book, "20", 4));
    }
    Patience.until("all are under way", () -> lines(book), all -> all.size() == 12);

    killed.kill();
    frozen.freeze();

    Cluster.shared(survivor.api(), 64);
    for (var run : runs) {
      var after =
          Patience.longer("run " + run + " ends", () -> survivor.api().run(run), Api::hasEnded);
      assertThat(after.path("state").asString()).as(after.toString()).isEqualTo("succeeded");
    }
    frozen.wake();
    Cluster.shared(survivor.api(), 32, 32);
    assertThat(lines(frozen.place().folder().resolveSibling("server.log")))
        .anySatisfy(line -> assertThat(line).contains("no longer decides as number"));
    noTokenTwice(lines(book));
    assertThat(runs)
        .anySatisfy(run ->
            assertThat(survivor.api().run(run).at("/tasks/0/attempts/0/state").asString())
                .isEqualTo("lost"));
  }

  private static List<String> writers(Api api, Path book, String seconds, int count) {
    var inputs = Map.<String, Object>of("book", book.toString(), "length", seconds);
    var runs = new ArrayList<String>();
    for (int i = 0; i < count; i++) runs.add(api.start("writer", inputs));
    return runs;
  }

  /// Whoever begins while another attempt of the run is open is the successor of one that was
  /// ended, and that one writes nothing more.
  private static void noTokenTwice(List<String> book) {
    var open = new HashMap<String, String>();
    var replaced = new ArrayList<String>();
    assertThat(book).doesNotHaveDuplicates();
    for (var line : book) {
      var words = line.split(" ", -1);
      assertThat(replaced).as(line).doesNotContain(words[1]);
      if (words[2].equals("start")) {
        var former = open.put(words[0], words[1]);
        if (former != null) replaced.add(former);
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
