package outturn.http.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import outturn.store.log.Chunk;
import outturn.store.log.Frame;
import outturn.store.log.LogStore;
import outturn.store.log.Stream;

class RunsTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aStartedRunIsThereAndEnds() {
    var answer =
        OPERATOR.post(
            "/api/v1/runs",
            Map.of(
                "workflow",
                "greet",
                "inputs",
                Map.of("name", "Ada"),
                "businessDate",
                "2026-01-31"));
    assertThat(answer.status()).isEqualTo(201);
    var id = answer.json().path("id").asString();
    assertThat(answer.headers()).containsEntry("location", "/api/v1/runs/" + id);
    assertThat(answer.json().path("startedBy").path("user").asString()).isEqualTo("operator-user");

    var run = OPERATOR.await(id, "succeeded");
    assertThat(run.path("businessDate").asString()).isEqualTo("2026-01-31");
    assertThat(run.path("inputs").path("name").asString()).isEqualTo("Ada");
    var hello = run.path("tasks").path(0);
    assertThat(hello.path("name").asString()).isEqualTo("hello");
    assertThat(hello.path("attempts").path(0).path("exitCode").asInt()).isZero();
    assertThat(run.path("tasks").path(1).path("needs").path(0).asString()).isEqualTo("hello");
    assertThat(SERVER.acts()).contains("operator-user: run start " + id);
  }

  @Test
  void logsAreReadLineByLineAndGoOnAtTheirCursor() {
    var id = OPERATOR.start(Map.of("workflow", "greet", "inputs", Map.of("name", "Ada")));
    OPERATOR.await(id, "succeeded");
    var first = OPERATOR.get("/api/v1/runs/%s/logs?limit=2".formatted(id)).json();
    assertThat(first.path("items").findValuesAsString("text")).hasSize(2);
    assertThat(first.path("ended").asBoolean()).isTrue();
    var path = "/api/v1/runs/%s/logs?limit=2&after=%s";
    var second = OPERATOR.get(path.formatted(id, first.path("next").asString())).json();
    var texts = new ArrayList<>(first.path("items").findValuesAsString("text"));
    texts.addAll(second.path("items").findValuesAsString("text"));
    assertThat(texts).containsExactlyInAnyOrder("hello Ada", "oops", "no end");
    var third = OPERATOR.get(path.formatted(id, second.path("next").asString())).json();
    assertThat(third.path("items").size()).isZero();
    assertThat(third.path("next").asString()).isEqualTo(second.path("next").asString());
  }

  @Test
  void aLineIsToldWholeHoweverItsLogWasStored() {
    var line = "y".repeat(998);
    var texts = texts(logged(chunks(line, 4_000)));
    assertThat(texts.stream().filter(line::equals)).hasSize(4_000);
  }

  @Test
  void aBegunLineDoesNotHoldUpOthersForEver() {
    var chunks = new ArrayList<>(List.of(chunk(100, Stream.ERR, "begun")));
    chunks.addAll(chunks("y".repeat(98), 20_000));
    var texts = texts(logged(chunks));
    assertThat(texts.indexOf("begun")).isBetween(1, 10_000);
  }

  private static List<Chunk> chunks(String line, int times) {
    var text = "\n" + (line + "\n").repeat(times);
    var chunks = new ArrayList<Chunk>();
    for (int at = 0; at < text.length(); at += 300_000) {
      var piece = text.substring(at, Math.min(at + 300_000, text.length()));
      chunks.add(chunk(101 + chunks.size(), Stream.OUT, piece));
    }
    return chunks;
  }

  private static Chunk chunk(int seq, Stream stream, String text) {
    var frame = new Frame(Instant.parse("2026-11-23T06:30:00Z"), stream, text.getBytes(UTF_8));
    return new Chunk(new AttemptId(new RunId(1), "hello", 0, 1), seq, List.of(frame));
  }

  /// A run that has ended, with more in its log.
  private static String logged(List<Chunk> chunks) {
    var run = OPERATOR.start(Map.of("workflow", "greet"));
    OPERATOR.await(run, "succeeded");
    var attempt = new AttemptId(RunId.parse(run), "hello", 0, 1);
    var own = chunks.stream().map(each -> new Chunk(attempt, each.seq(), each.frames())).toList();
    new LogStore(SERVER.jdbi()).append(own);
    return run;
  }

  private static List<String> texts(String run) {
    var texts = new ArrayList<String>();
    var from = "";
    while (true) {
      var page = OPERATOR.get("/api/v1/runs/%s/logs?limit=500%s".formatted(run, from)).json();
      if (page.path("items").isEmpty()) return texts;
      texts.addAll(page.path("items").findValuesAsString("text"));
      from = "&after=" + page.path("next").asString();
    }
  }

  @Test
  void aBatchStartsAllOrNone() {
    var good = Map.of("workflow", "greet");
    var answer = OPERATOR.post("/api/v1/runs", Map.of("runs", List.of(good, good, good)));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("runs").size()).isEqualTo(3);

    long before = count("greet");
    var bad = Map.of("workflow", "greet", "inputs", Map.of("times", "often"));
    var refused = OPERATOR.post("/api/v1/runs", Map.of("runs", List.of(good, bad)));
    assertThat(refused.code()).isEqualTo("invalid-input");
    assertThat(refused.json().path("problems").path(0).asString()).contains("'times'", "int");
    assertThat(count("greet")).isEqualTo(before);
  }

  private static long count(String workflow) {
    return OPERATOR.get("/api/v1/runs?limit=500&workflow=" + workflow).json().path("items").size();
  }

  @Test
  void theSameKeyStartsARunOnce() {
    var client = OPERATOR.with("Idempotency-Key", "once");
    var wish = Map.of("workflow", "greet", "inputs", Map.of("name", "Once"));
    var run = client.start(wish);
    assertThat(client.start(wish)).isEqualTo(run);
    assertThat(SERVER.acts()).containsOnlyOnce("operator-user: run start " + run);
    var other = client.post("/api/v1/runs", Map.of("workflow", "greet"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-conflict");
  }

  @Test
  void anUnknownWorkflowIsNotFoundAndTheNearOneNamed() {
    var answer = OPERATOR.post("/api/v1/runs", Map.of("workflow", "gret"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.detail()).contains("did you mean 'greet'?");
  }

  @Test
  void pagesOfRunsJoinToTheWholeList() {
    for (int i = 0; i < 5; i++) OPERATOR.start(Map.of("workflow", "pause"));
    var whole = OPERATOR.get("/api/v1/runs?workflow=pause").json();
    var ids = whole.path("items").findValuesAsString("id");
    var first = OPERATOR.get("/api/v1/runs?workflow=pause&limit=3").json();
    var rest =
        OPERATOR.get("/api/v1/runs?workflow=pause&after=" + first.path("next").asString()).json();
    var joined = new ArrayList<>(first.path("items").findValuesAsString("id"));
    joined.addAll(rest.path("items").findValuesAsString("id"));
    assertThat(first.path("items").size()).isEqualTo(3);
    assertThat(joined).isEqualTo(ids);
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void whoWaitsForAPoolIsToldWhoHoldsIt() {
    var holder = OPERATOR.start(Map.of("workflow", "hold"));
    OPERATOR.await(holder, "keep", "running");
    var waiter = OPERATOR.start(Map.of("workflow", "load"));
    OPERATOR.await(waiter, "load", "ready");

    var why = OPERATOR.get("/api/v1/runs/%s/why".formatted(waiter)).json();
    var reason = why.path("reasons").path(0);
    assertThat(reason.path("kind").asString()).isEqualTo("pool");
    assertThat(reason.path("text").asString())
        .startsWith(
            "load waits for pool ledger: 2 of 2 are held by %s (hold) since ".formatted(holder));
    assertThat(reason.path("holders").path(0).path("run").asString()).isEqualTo(holder);
    assertThat(why.path("reasons").path(1).path("kind").asString()).isEqualTo("dependency");

    assertThat(
            OPERATOR
                .post("/api/v1/runs/%s/cancel".formatted(holder), Map.of("reason", "done"))
                .status())
        .isEqualTo(202);
    var ended = OPERATOR.await(holder, "cancelled");
    assertThat(ended.path("cancelledBy").asString()).isEqualTo("operator-user");
    assertThat(OPERATOR.await(waiter, "succeeded").path("state").asString()).isEqualTo("succeeded");
    var again = OPERATOR.post("/api/v1/runs/%s/cancel".formatted(holder), Map.of());
    assertThat(again.code()).isEqualTo("already-ended");
    assertThat(SERVER.acts()).contains("operator-user: run cancel " + holder);
  }

  @Test
  void aListTellsItemsAndTheirFailures() {
    var id = OPERATOR.start(Map.of("workflow", "spread"));
    var task = OPERATOR.await(id, "failed").path("tasks").path(0);
    assertThat(task.path("items").path("total").asInt()).isEqualTo(3);
    assertThat(task.path("items").path("failed").asInt()).isEqualTo(1);
    var failed = task.path("attempts").path(1);
    assertThat(failed.path("item").asInt()).isEqualTo(1);
    assertThat(failed.path("failure").path("kind").asString()).isEqualTo("exit");
    assertThat(failed.path("exitCode").asInt()).isEqualTo(1);
  }

  @Test
  void aRunIsFollowedLiveToItsEnd() {
    var id = OPERATOR.start(Map.of("workflow", "nap"));
    try (var lines = OPERATOR.lines("/api/v1/runs/%s/events".formatted(id))) {
      var all = lines.filter(line -> !line.isBlank()).toList();
      assertThat(all.getFirst().replace(" ", "")).isEqualTo("event:run");
      assertThat(String.join("\n", all))
          .contains("\"state\":\"running\"", "\"state\":\"succeeded\"");
      assertThat(all.get(all.size() - 2).replace(" ", "")).isEqualTo("event:end");
    }
  }

  @Test
  void aRunThatThereIsNotIsNotFound() {
    assertThat(OPERATOR.get("/api/v1/runs/0000000000000").code()).isEqualTo("not-found");
    assertThat(OPERATOR.get("/api/v1/runs/nonsense").detail()).contains("not a run id: 'nonsense'");
    assertThat(OPERATOR.get("/api/v1/runs/0000000000000/events").status()).isEqualTo(404);
  }

  @Test
  void aRunThatWasRemovedIsToldToHaveExpired() {
    SERVER
        .jdbi()
        .useHandle(handle -> handle.execute("insert into dropped_range values (5, 9, now())"));

    for (var path : List.of("", "/why", "/logs", "/events")) {
      assertThat(OPERATOR.get("/api/v1/runs/0000000000005" + path).status()).isEqualTo(410);
    }
    assertThat(OPERATOR.get("/api/v1/runs/0000000000005").code()).isEqualTo("expired");
    assertThat(OPERATOR.get("/api/v1/runs/0000000000005").detail())
        .contains("not kept any more", "2020-01-01");
    assertThat(OPERATOR.get("/api/v1/runs/0000000000009").status()).isEqualTo(404);
  }
}
