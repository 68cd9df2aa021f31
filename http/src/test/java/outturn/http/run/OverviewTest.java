package outturn.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

/// What the page of a run is made from.
class OverviewTest {
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

  private static JsonNode get(String path) {
    var answer = OPERATOR.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aRunIsToldInBriefWithASentenceAndWhatMayBeDone() {
    var run = OPERATOR.start(Map.of("workflow", "greet", "inputs", Map.of("name", "Ada")));
    var whole = OPERATOR.await(run, "succeeded");

    var overview = get("/api/v1/runs/%s/overview".formatted(run));
    assertThat(overview.path("sentence").asString()).isEqualTo("The run is over: it succeeded.");
    assertThat(overview.path("inputs")).isEqualTo(whole.path("inputs"));
    assertThat(overview.path("verbs").findValuesAsString("verb")).containsExactly("rerun");
    assertThat(overview.path("verbs").path(0).path("extent").asString()).isEqualTo("all");
    var hello = overview.path("tasks").path(0);
    assertThat(hello.path("name").asString()).isEqualTo("hello");
    assertThat(hello.path("attempts").path(0).path("state").asString()).isEqualTo("succeeded");
    assertThat(hello.has("needs")).as("what says nothing is left out").isFalse();
    assertThat(hello.has("section")).isFalse();
    assertThat(overview.path("tasks").path(1).path("needs").path(0).asString()).isEqualTo("hello");
  }

  @Test
  void aTaskIsToldWithItsAttemptsAndWhatMayBeDoneToIt() {
    var run = OPERATOR.start(Map.of("workflow", "spread"));
    var failed = OPERATOR.await(run, "failed").path("tasks").path(0);
    var name = failed.path("name").asString();

    var task = get("/api/v1/runs/%s/tasks/%s".formatted(run, name));
    assertThat(task.path("task")).isEqualTo(failed);
    assertThat(task.path("reasons").size()).isZero();
    var verbs = task.path("verbs").findValuesAsString("verb");
    assertThat(verbs).contains("rerun", "force-success").doesNotContain("hold", "cancel", "skip");

    var gone = OPERATOR.get("/api/v1/runs/%s/tasks/nothing".formatted(run));
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.detail()).contains("has no task 'nothing'");
  }

  @Test
  void theUsualLengthIsThatOfRunsThatSucceeded() {
    var run = OPERATOR.start(Map.of("workflow", "nap"));
    OPERATOR.await(run, "succeeded");
    var usual = get("/api/v1/workflows/nap/typical");
    assertThat(usual.path("run").path("runs").asInt()).isPositive();
    assertThat(usual.path("run").path("medianSeconds").asDouble()).isPositive();
    assertThat(usual.path("tasks").size()).isPositive();
    assertThat(get("/api/v1/workflows/hold/typical").path("run").isNull()).isTrue();
    assertThat(OPERATOR.get("/api/v1/workflows/napp/typical").detail()).contains("nap");
  }

  @Test
  void whoFollowsARunHearsOfItsTasksToo() {
    var run = OPERATOR.start(Map.of("workflow", "hold"));
    OPERATOR.await(run, "keep", "running");
    try (var lines = OPERATOR.lines("/api/v1/runs/%s/events".formatted(run))) {
      operate(run, Map.of("verb", "prioritise", "level", 5));
      operate(run, Map.of("verb", "kill"));
      var names =
          lines
              .map(line -> line.replace(" ", ""))
              .filter(line -> line.startsWith("event:"))
              .toList();
      assertThat(names.getFirst()).isEqualTo("event:run");
      assertThat(names.getLast()).isEqualTo("event:end");
      assertThat(names).contains("event:tasks");
    }
  }

  private static void operate(String run, Map<String, Object> body) {
    var answer = OPERATOR.post("/api/v1/runs/%s/operate".formatted(run), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
