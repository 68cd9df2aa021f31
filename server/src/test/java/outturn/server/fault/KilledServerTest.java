package outturn.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.server.proof.Api;
import outturn.server.proof.ChildServer;
import outturn.server.proof.Patience;
import outturn.server.proof.Place;
import outturn.server.proof.Shell;
import tools.jackson.databind.JsonNode;

class KilledServerTest {
  private static final int RUNS = 200;
  private static final String PROJECT =
      """
      kind: workflow
      name: chain
      tasks:
        a: {}
        b: {needs: [a]}
        c: {needs: [b]}
        d: {needs: [c]}
      ---
      kind: workflow
      name: rest
      tasks:
        before: {}
        rest: {needs: [before], wait: {for: 2s}}
        after: {needs: [rest]}
      ---
      kind: workflow
      name: writer
      inputs: {book: {}, length: {}}
      tasks:
        write:
          shell: |
            echo "$OUTTURN_RUN $OUTTURN_TOKEN start $(date +%s%N)" >> "$BOOK"
            sleep "$LENGTH"
            echo "$OUTTURN_RUN $OUTTURN_TOKEN end $(date +%s%N)" >> "$BOOK"
          env: {BOOK: "${inputs.book}", LENGTH: "${inputs.length}"}
          repeatable: true
      ---
      kind: workflow
      name: once-only
      inputs: {book: {}}
      tasks:
        pay: {shell: "echo paid >> \\"$BOOK\\"; sleep 300", env: {BOOK: "${inputs.book}"}}
      """;

  @TempDir private Path folder;
  private final Place place = Place.fresh();

  @AfterEach
  void remove() {
    place.remove();
  }

  @Test
  void afterAKillInTheMiddleOf200RunsAllEndAndNoAttemptIsMadeTwice() throws Exception {
    var book = folder.resolve("book");
    var payments = folder.resolve("payments");
    List<String> runs;
    String payment;
    long postgres;
    try (var first = ChildServer.start(place, "512m")) {
      var api = first.api();
      api.apply("killed", PROJECT);
      payment = api.start("once-only", Map.of("book", payments.toString()));
      runs = startAll(api, book);
      Patience.until("the middle", () -> ended(api, runs), count -> count >= RUNS / 4);
      Patience.until("a payment", () -> lines(payments), all -> !all.isEmpty());
      first.kill();
      postgres = postmaster(place);
    }

    try (var second = ChildServer.start(place, "512m")) {
      var api = second.api();
      assertThat(postmaster(place)).isEqualTo(postgres);
      Patience.until("all end", () -> ended(api, runs), count -> count == RUNS);
      assertThat(runs).allSatisfy(run -> assertThat(api.state(run)).isEqualTo("succeeded"));
      assertThat(lines(book)).doesNotHaveDuplicates();
      tokensAreThereOnce(lines(book));
      noAttemptsOverlap(lines(book));
      runs.forEach(run -> noAttemptsOverlap(api.run(run)));
      thePaymentWaitsForAPerson(new Shell(place), api, payment);
      assertThat(lines(payments)).containsExactly("paid");
    }
  }

  private static List<String> startAll(Api api, Path book) {
    var wishes = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < RUNS; i++) {
      wishes.add(
          switch (i % 4) {
            case 0, 1 -> Map.of("workflow", "chain");
            case 2 -> Map.of("workflow", "rest");
            // Some are short, and some outlive the killed server.
            default -> writer(book, i % 40 == 3 ? "6" : "0.2");
          });
    }
    var started = api.post("/runs", Map.of("runs", wishes)).good();
    return started.path("runs").valueStream().map(run -> run.path("id").asString()).toList();
  }

  private static Map<String, Object> writer(Path book, String seconds) {
    var inputs = Map.of("book", book.toString(), "length", seconds);
    return Map.of("workflow", "writer", "inputs", inputs);
  }

  private static int ended(Api api, List<String> runs) {
    var live = api.all("/runs?state=waiting,running");
    return RUNS
        - (int) live.stream().filter(run -> runs.contains(run.path("id").asString())).count();
  }

  /// Each attempt has a token of its own, which it wrote once at its start and once at its end.
  private static void tokensAreThereOnce(List<String> book) {
    var words = book.stream().map(line -> line.split(" ", -1)).toList();
    assertThat(words.stream().map(each -> each[1] + " " + each[2])).doesNotHaveDuplicates();
    assertThat(words.stream().filter(each -> each[2].equals("end")).map(each -> each[0]).distinct())
        .hasSize(RUNS / 4);
  }

  /// By the processes' own clocks: whoever begins while another attempt of the run is open must be
  /// the successor of one that was killed, and that one writes nothing more.
  private static void noAttemptsOverlap(List<String> book) {
    var open = new HashMap<String, String>();
    var replaced = new ArrayList<String>();
    for (var line : book) {
      var words = line.split(" ", -1);
      var token = words[1];
      assertThat(replaced).as(line).doesNotContain(token);
      if (words[2].equals("start")) {
        var former = open.put(words[0], token);
        if (former != null) replaced.add(former);
      } else {
        open.remove(words[0], token);
      }
    }
  }

  /// By what the server tells.
  private static void noAttemptsOverlap(JsonNode run) {
    for (var task : run.path("tasks")) {
      var ends = new LinkedHashMap<Integer, Instant>();
      for (var attempt : task.path("attempts")) {
        var started = Instant.parse(attempt.path("started").asString());
        assertThat(ends.values()).as(run.toString()).allMatch(end -> !started.isBefore(end));
        assertThat(attempt.path("ended").isNull()).isFalse();
        ends.put(
            attempt.path("attempt").intValue(), Instant.parse(attempt.path("ended").asString()));
      }
    }
  }

  private static void thePaymentWaitsForAPerson(Shell shell, Api api, String payment) {
    assertThat(api.state(payment)).isEqualTo("running");
    var why = api.get("/runs/" + payment + "/why").good();
    assertThat(why.at("/reasons/0/kind").asString()).isEqualTo("lost-needs-decision");
    assertThat(shell.run("why", payment).out()).contains("pay was lost with its worker");

    assertThat(shell.run("cancel", payment).code()).isZero();

    assertThat(api.ended(payment).path("state").asString()).isEqualTo("cancelled");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static long postmaster(Place place) throws IOException {
    var file = place.folder().resolve("postgres/data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }
}
