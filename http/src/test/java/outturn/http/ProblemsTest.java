package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

class ProblemsTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client EDITOR = SERVER.client(Role.EDITOR);

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Client.Answer start(String body) {
    return EDITOR.send("POST", "/api/v1/runs", body);
  }

  @Test
  void aProblemHasTheShapeOfItsStandard() {
    var answer = start("{");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
    var json = answer.json();
    assertThat(json.path("type").asString()).isEqualTo("urn:outturn:problem:bad-request");
    assertThat(json.path("status").asInt()).isEqualTo(400);
    assertThat(json.path("title").asString()).isNotBlank();
    assertThat(answer.detail()).contains("not JSON").contains("line 1");
  }

  @Test
  void aFieldThatIsNotKnownIsNamedWithTheNearestOne() {
    assertThat(start("{\"workflw\":\"greet\"}").detail())
        .isEqualTo("'workflw' is not a field here; did you mean 'workflow'?");
    assertThat(start("{\"runs\":[{\"workflow\":\"greet\"},{\"input\":{}}]}").detail())
        .startsWith("'runs[1].input' is not a field here; did you mean 'inputs'?");
    assertThat(start("{\"runs\":[{\"workflow\":\"greet\"}],\"workflow\":\"greet\"}").code())
        .isEqualTo("bad-request");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedWithWhatWasExpected() {
    assertThat(start("{\"workflow\":7}").detail()).isEqualTo("'workflow' is to be a text, not 7");
    assertThat(start("{}").detail()).isEqualTo("'workflow' is missing: expected a text");
    assertThat(start("{\"workflow\":\"greet\",\"businessDate\":\"tomorrow\"}").detail())
        .contains("'businessDate' is to be a date such as");
    assertThat(start("[]").detail()).isEqualTo("the body is to be an object, not []");
    assertThat(start("{\"workflow\":\"greet\",\"workflow\":\"hold\"}").code())
        .isEqualTo("bad-request");
    assertThat(start("{\"workflow\":\"greet\"} {}").code()).isEqualTo("bad-request");
  }

  @Test
  void aQueryParameterThatIsNotKnownOrNotRightIsRefused() {
    assertThat(EDITOR.get("/api/v1/runs?worklow=x").detail()).contains("did you mean 'workflow'?");
    assertThat(EDITOR.get("/api/v1/runs?limit=501").detail())
        .contains("a whole number from 1 to 500");
    assertThat(EDITOR.get("/api/v1/runs?state=lost").code()).isEqualTo("bad-request");
    assertThat(EDITOR.get("/api/v1/runs?after=x").code()).isEqualTo("bad-request");
  }

  @Test
  void aPathThatThereIsNotAndAMethodThatItDoesNotTake() {
    var unknown = EDITOR.get("/api/v1/run");
    assertThat(unknown.code()).isEqualTo("not-found");
    assertThat(unknown.detail()).contains("did you mean /api/v1/runs?");
    var method = EDITOR.send("DELETE", "/api/v1/runs", "");
    assertThat(method.code()).isEqualTo("method-not-allowed");
    assertThat(method.headers()).containsEntry("allow", "GET, POST");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    var large = start("{\"workflow\":\"" + "x".repeat(1 << 20) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("too-large");
  }

  @Test
  void aProjectIsPlannedAndAppliedAgainstItsNumber() {
    var yaml = "kind: project\nname: %s\n---\nkind: workflow\nname: %s\ntasks:\n  one: {}\n";
    var files = Map.of("outturn.yaml", base64(yaml.formatted("other", "fresh")));
    var plan = EDITOR.post("/api/v1/projects/other/plan", Map.of("files", files)).json();
    assertThat(plan.path("base").asInt()).isZero();
    assertThat(plan.path("text").asString()).contains("+ workflow fresh");
    assertThat(plan.path("changes").findValuesAsString("action")).containsOnly("create");

    var apply = Map.of("files", files, "base", 0, "prune", false);
    var applied = EDITOR.post("/api/v1/projects/other/apply", apply);
    assertThat(applied.json().path("number").asInt()).isEqualTo(1);
    assertThat(SERVER.acts()).contains("editor-user: project apply other");
    var moved = EDITOR.post("/api/v1/projects/other/apply", apply);
    assertThat(moved.code()).isEqualTo("moved");
    assertThat(moved.json().path("current").asInt()).isEqualTo(1);

    var taken = Map.of("outturn.yaml", base64(yaml.formatted("third", "greet")));
    var refused = EDITOR.post("/api/v1/projects/third/apply", Map.of("files", taken, "base", 0));
    assertThat(refused.code()).isEqualTo("name-taken");
    assertThat(refused.detail()).contains("workflow greet (of sample)");
    assertThat(EDITOR.post("/api/v1/projects/fourth/plan", Map.of("files", files)).code())
        .isEqualTo("bad-request");
  }

  @Test
  void aDefinitionThatIsNotRightIsToldWithItsPlace() {
    var files = Map.of("outturn.yaml", base64("kind: project\nname: other\ntitel: x\n"));
    var answer = EDITOR.post("/api/v1/projects/other/plan", Map.of("files", files));
    assertThat(answer.status()).isEqualTo(422);
    var error = answer.json().path("errors").path(0);
    assertThat(error.path("file").asString()).isEqualTo("outturn.yaml");
    assertThat(error.path("line").asInt()).isEqualTo(3);
    var broken = EDITOR.post("/api/v1/projects/o/plan", Map.of("files", Map.of("a", "%")));
    assertThat(broken.detail()).isEqualTo("'files.a' is not base64");
  }

  @Test
  void aPortThatIsTakenIsToldAsSuch() {
    var settings = HttpSettings.loopback(SERVER.port(), "test", "test");
    try (var second = new HttpServer(SERVER.services(), settings)) {
      assertThatThrownBy(second::start)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("port %d of 127.0.0.1 is taken".formatted(SERVER.port()));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
