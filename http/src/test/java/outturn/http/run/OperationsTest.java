package outturn.http.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

class OperationsTest {
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

  private static Client.Answer operate(String run, Map<String, Object> body) {
    return OPERATOR.post("/api/v1/runs/%s/operate".formatted(run), body);
  }

  @Test
  void aHeldTaskWaitsAndGoesOnAndAllIsKept() {
    var holder = OPERATOR.start(Map.of("workflow", "hold"));
    OPERATOR.await(holder, "keep", "running");
    var run = OPERATOR.start(Map.of("workflow", "load"));
    OPERATOR.await(run, "load", "ready");

    var held = operate(run, Map.of("verb", "hold", "task", "load", "reason", "the bank is late"));
    assertThat(held.status()).isEqualTo(200);
    assertThat(held.json().path("result").asString()).isEqualTo("done");
    assertThat(held.json().path("after").asString()).isEqualTo("ready, held");
    operate(holder, Map.of("verb", "kill"));
    OPERATOR.await(holder, "cancelled");
    var why = OPERATOR.get("/api/v1/runs/%s/why".formatted(run)).json().path("reasons").path(0);
    assertThat(why.path("kind").asString()).isEqualTo("hold");
    assertThat(why.path("text").asString()).contains("held by operator-user", "the bank is late");
    assertThat(
            operate(run, Map.of("verb", "hold", "task", "load")).json().path("result").asString())
        .isEqualTo("unchanged");

    operate(run, Map.of("verb", "release", "task", "load"));
    var ended = OPERATOR.await(run, "succeeded");
    assertThat(ended.path("acts").path(0).path("verb").asString()).isEqualTo("hold");
    assertThat(ended.path("acts").path(0).path("why").asString()).isEqualTo("the bank is late");
    assertThat(ended.path("acts").path(1).path("before").asString()).isEqualTo("ready, held");
  }

  @Test
  void aRunThatFailedGoesOnWithAForcedTask() {
    var run = OPERATOR.start(Map.of("workflow", "spread"));
    var failed = OPERATOR.await(run, "failed").path("tasks").path(0).path("name").asString();

    var again = operate(run, Map.of("verb", "rerun"));
    assertThat(again.json().path("before").asString()).isEqualTo("failed");
    OPERATOR.await(run, "failed");
    var forced = operate(run, Map.of("verb", "force-success", "task", failed, "reason", "by hand"));
    assertThat(forced.status()).as(forced.body()).isEqualTo(200);
    var ended = OPERATOR.await(run, "succeeded");
    assertThat(ended.path("tasks").path(0).path("conduct").path("flags").path(0).asString())
        .isEqualTo("forced");
  }

  @Test
  void whatIsNotAllowedSaysWhyAndWhatIsMisspeltIsHinted() {
    var run = OPERATOR.start(Map.of("workflow", "greet", "inputs", Map.of("name", "Ada")));
    OPERATOR.await(run, "succeeded");

    var hold = operate(run, Map.of("verb", "hold"));
    assertThat(hold.status()).isEqualTo(409);
    assertThat(hold.code()).isEqualTo("already-ended");
    assertThat(operate(run, Map.of("verb", "hlod")).detail()).contains("did you mean 'hold'?");
    assertThat(operate(run, Map.of("verb", "skip")).detail()).contains("name one");
    var nobody = operate(run, Map.of("verb", "rerun", "task", "helo"));
    assertThat(nobody.detail()).contains("has no task 'helo'");
  }

  @Test
  void theSameKeyIsAnsweredTheSameAndDoneOnce() {
    var run = OPERATOR.start(Map.of("workflow", "greet", "inputs", Map.of("name", "Bob")));
    OPERATOR.await(run, "succeeded");
    var path = "/api/v1/runs/%s/operate".formatted(run);
    Map<String, Object> body = Map.of("verb", "rerun", "extent", "all");
    var caller = OPERATOR.with("Idempotency-Key", "again-" + run);

    var first = caller.post(path, body);
    var second = caller.post(path, body);
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    OPERATOR.await(run, "succeeded");
    var other = caller.post(path, Map.of("verb", "cancel"));
    assertThat(other.code()).isEqualTo("idempotency-conflict");
  }

  @Test
  void manyRunsAreLookedAtBeforeTheyAreHeld() {
    var holder = OPERATOR.start(Map.of("workflow", "hold"));
    OPERATOR.await(holder, "keep", "running");
    Map<String, Object> filter = Map.of("workflow", "hold", "states", List.of("running"));

    var preview =
        OPERATOR.post(
            "/api/v1/operations", Map.of("verb", "hold", "filter", filter, "preview", true));
    assertThat(preview.json().path("done").asInt()).isEqualTo(1);
    assertThat(preview.json().path("runs").path(0).path("run").asString()).isEqualTo(holder);
    var done = OPERATOR.post("/api/v1/operations", Map.of("verb", "hold", "filter", filter));
    assertThat(done.json().path("runs").path(0).path("after").asString())
        .isEqualTo("running, held");
    OPERATOR.post("/api/v1/operations", Map.of("verb", "cancel", "filter", filter));
    OPERATOR.await(holder, "cancelled");
  }

  @Test
  void aNoteIsThereForTheNextShift() {
    var run = OPERATOR.start(Map.of("workflow", "greet", "inputs", Map.of("name", "Cy")));
    var note =
        OPERATOR.post("/api/v1/runs/%s/notes".formatted(run), Map.of("text", "called the bank"));
    assertThat(note.status()).isEqualTo(201);

    var notes = OPERATOR.get("/api/v1/notes").json().path("notes");
    assertThat(notes.path(0).path("run").asString()).isEqualTo(run);
    assertThat(notes.path(0).path("why").asString()).isEqualTo("called the bank");
  }
}
