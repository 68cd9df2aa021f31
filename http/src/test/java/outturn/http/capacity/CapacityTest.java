package outturn.http.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

class CapacityTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Client VIEWER = SERVER.client(Role.VIEWER);

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aFullPoolIsToldWithItsHolderAndWhoWaits() {
    var empty = VIEWER.get("/api/v1/capacity").json();
    assertThat(empty.at("/pools/0/name").asString()).isEqualTo("ledger");
    assertThat(empty.at("/pools/0/size").asInt()).isEqualTo(2);
    assertThat(empty.at("/pools/0/used").asInt()).isZero();

    var holder = OPERATOR.start(Map.of("workflow", "hold"));
    OPERATOR.await(holder, "keep", "running");
    var waiter = OPERATOR.start(Map.of("workflow", "load"));
    OPERATOR.await(waiter, "load", "ready");

    var full = VIEWER.get("/api/v1/capacity").json();
    assertThat(full.at("/pools/0/used").asInt()).isEqualTo(2);
    assertThat(full.at("/pools/0/holders/0/run").asString()).isEqualTo(holder);
    assertThat(full.at("/pools/0/holders/0/task").asString()).isEqualTo("keep");
    var wait = full.at("/waits/0");
    assertThat(wait.path("run").asString()).isEqualTo(waiter);
    assertThat(wait.path("what").asString()).isEqualTo("ledger");
    assertThat(wait.path("kind").asString()).isEqualTo("pool");
    assertThat(wait.at("/holders/0/run").asString()).isEqualTo(holder);
    assertThat(full.path("waits")).hasSize(1);
    assertThat(VIEWER.get("/api/v1/nodes").json().at("/items/0/working").asInt()).isEqualTo(1);

    OPERATOR.post("/api/v1/runs/" + holder + "/cancel", Map.of());
    OPERATOR.await(waiter, "succeeded");
    assertThat(VIEWER.get("/api/v1/capacity").json().path("waits")).isEmpty();
  }

  @Test
  void theGridHasTheNewestRunOfADateAndTheStatesOfItsTasks() {
    OPERATOR.await(
        OPERATOR.start(Map.of("workflow", "greet", "businessDate", "2026-11-02")), "succeeded");
    OPERATOR.await(
        OPERATOR.start(Map.of("workflow", "greet", "businessDate", "2026-11-03")), "succeeded");
    var again = OPERATOR.start(Map.of("workflow", "greet", "businessDate", "2026-11-03"));
    OPERATOR.await(again, "succeeded");

    var grid = VIEWER.get("/api/v1/workflows/greet/grid").json();
    assertThat(grid.path("tasks").toString()).isEqualTo("[\"hello\",\"done\"]");
    assertThat(grid.path("columns")).hasSize(2);
    var last = grid.at("/columns/1");
    assertThat(last.path("businessDate").asString()).isEqualTo("2026-11-03");
    assertThat(last.path("run").asString()).isEqualTo(again);
    assertThat(last.path("runs").asInt()).isEqualTo(2);
    assertThat(last.at("/tasks/hello").asString()).isEqualTo("succeeded");
    assertThat(VIEWER.get("/api/v1/workflows/greet/grid?dates=1").json().path("columns"))
        .hasSize(1);
    assertThat(VIEWER.get("/api/v1/workflows/greed/grid").detail()).contains("'greet'");

    OPERATOR.await(OPERATOR.start(Map.of("workflow", "spread")), "failed");
    var spread = VIEWER.get("/api/v1/workflows/spread/grid").json();
    assertThat(spread.at("/columns/0/tasks/each").asString()).isEqualTo("failed");
  }

  @Test
  void theFilesOfEachVersionAreKeptAndTheVersionsOfAWorkflowAreThoseOfItsFile() {
    var editor = SERVER.client(Role.EDITOR);
    var first = "kind: workflow\nname: one\ntasks:\n  a: {}\n";
    var other = "kind: workflow\nname: two\ntasks:\n  a: {}\n";
    var project = "kind: project\nname: kept\n";
    var path = "/api/v1/projects/kept/apply";
    var files = Map.of("outturn.yaml", text(project), "one.yaml", text(first));
    editor.post(path, Map.of("files", files, "base", 0, "reason", "to begin"));
    var more =
        Map.of("outturn.yaml", text(project), "one.yaml", text(first), "two.yaml", text(other));
    assertThat(editor.post(path, Map.of("files", more, "base", 0)).code()).isEqualTo("moved");
    assertThat(editor.post(path, Map.of("files", more, "base", 1)).status()).isEqualTo(200);

    assertThat(VIEWER.get("/api/v1/projects/kept/versions").json().path("items")).hasSize(2);
    var one = VIEWER.get("/api/v1/workflows/one/versions").json();
    assertThat(one.path("file").asString()).isEqualTo("one.yaml");
    assertThat(one.path("items")).hasSize(1);
    assertThat(VIEWER.get("/api/v1/workflows/two/versions").json().at("/items/0/number").asInt())
        .isEqualTo(2);
    var now = VIEWER.get("/api/v1/projects/kept/files").json();
    assertThat(now.path("number").asInt()).isEqualTo(2);
    assertThat(now.path("files")).hasSize(3);
    var then = VIEWER.get("/api/v1/projects/kept/files?number=1&path=one.yaml").json();
    assertThat(then.path("current").asInt()).isEqualTo(2);
    assertThat(then.path("files")).hasSize(1);
    assertThat(then.at("/files/one.yaml").asString()).isEqualTo(text(first));
    assertThat(VIEWER.get("/api/v1/projects/kept/files?number=3").code()).isEqualTo("not-found");
    assertThat(VIEWER.get("/api/v1/projects/kep/files").detail()).contains("'kept'");
    assertThat(reasons()).containsExactly("to begin");
  }

  /// Why projects were applied, as the audit trail has it.
  private static List<String> reasons() {
    return SERVER
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "select details->>'reason' from audit where action = 'project apply' and details ? 'reason'"
                        .replace("?", "??"))
                .mapTo(String.class)
                .list());
  }

  @Test
  void theServerTellsOfItsDisk() {
    var here = VIEWER.get("/api/v1/nodes/here").json();
    assertThat(here.path("node").asString()).isEqualTo("test-node");
    assertThat(here.path("heldSince").isNull()).isTrue();
    assertThat(here.at("/disk/shortage").isNull()).isTrue();
    assertThat(here.at("/disk/freeBytes").asLong()).isPositive();
  }

  private static String text(String yaml) {
    return Base64.getEncoder().encodeToString(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
