package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

class ApprovalsTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Client EDITOR = SERVER.client(Role.EDITOR);
  private static final String PROJECT =
      """
      {kind: project, name: pay}
      ---
      {kind: group, name: desk-heads, is: business, members: [operator-user]}
      ---
      kind: workflow
      name: pay-out
      runbook: Ask the desk.
      tasks:
        sign: {approval: {role: desk-heads, text: "pay for ${businessDate}"}}
        pay: {needs: sign}
        drop: {run: [no-such-program], tolerateFailure: true}
      onSuccess: {tell: {title: Tell the desk}}
      outputs: {by: "${tasks.sign.outputs.approvedBy}"}
      """;

  @BeforeAll
  static void apply() {
    SERVER.apply(
        "pay", Map.of("outturn.yaml", Base64.getEncoder().encodeToString(PROJECT.getBytes(UTF_8))));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String waiting() throws InterruptedException {
    var id = OPERATOR.start(Map.of("workflow", "pay-out", "businessDate", "2026-01-31"));
    while (!why(id).contains("waits since") || !why(id).contains("\"kind\":\"approval\"")) {
      Thread.sleep(Duration.ofMillis(10));
    }
    return id;
  }

  private static String why(String id) {
    return OPERATOR.get("/api/v1/runs/%s/why?task=sign".formatted(id)).body();
  }

  private static String path(String id, String answer) {
    return "/api/v1/runs/%s/tasks/sign/%s".formatted(id, answer);
  }

  @Test
  void aMemberOfTheGroupApprovesAndTheRunGoesOn() throws InterruptedException {
    var id = waiting();
    assertThat(why(id)).contains("for approval by desk-heads (pay for 2026-01-31)");
    assertThat(why(id)).contains("Ask the desk.");

    var answer = OPERATOR.post(path(id, "approve"), Map.of("comment", "figures agree"));

    assertThat(answer.status()).isEqualTo(202);
    var run = OPERATOR.await(id, "succeeded");
    assertThat(run.path("outputs").path("by").asString()).isEqualTo("operator-user");
    assertThat(run.path("warnings").asInt()).isEqualTo(1);
    assertThat(run.path("tasks").findValuesAsString("section"))
        .containsExactlyInAnyOrder("tasks", "tasks", "tasks", "onSuccess");
    assertThat(SERVER.acts()).contains("operator-user: run approve " + id + "/sign");
    var kept = run.path("acts").path(0);
    assertThat(kept.path("verb").asString()).isEqualTo("approve");
    assertThat(kept.path("task").asString()).isEqualTo("sign");
    assertThat(kept.path("why").asString()).isEqualTo("figures agree");
    var again = OPERATOR.post(path(id, "approve"), Map.of());
    assertThat(again.status()).isEqualTo(202);
    var other = OPERATOR.post(path(id, "reject"), Map.of());
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("not-waiting").contains("it is succeeded");
    assertThat(SERVER.acts().stream().filter(act -> act.contains(id + "/sign")).toList())
        .isEqualTo(List.of("operator-user: run approve " + id + "/sign"));
  }

  @Test
  void whatIsRejectedFailsWithTheCommentAndTheRunbook() throws InterruptedException {
    var id = waiting();

    OPERATOR.post(path(id, "reject"), Map.of("comment", "wrong month"));

    var run = OPERATOR.await(id, "failed");
    assertThat(run.toString()).contains("rejected by operator-user: wrong month");
    assertThat(run.path("tasks").path(0).path("conduct").path("runbook").asString())
        .isEqualTo("Ask the desk.");
  }

  @Test
  void whoIsNotOfTheGroupIsRefusedWithWhatIsMissing() throws InterruptedException {
    var id = waiting();

    var answer = EDITOR.post(path(id, "approve"), Map.of());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("editor-user is not a member of the group desk-heads");
    var viewer = SERVER.client(Role.VIEWER).post(path(id, "approve"), Map.of());
    assertThat(viewer.status()).isEqualTo(403);
    var pay = OPERATOR.post("/api/v1/runs/%s/tasks/pay/approve".formatted(id), Map.of());
    assertThat(pay.status()).isEqualTo(409);
    assertThat(OPERATOR.post("/api/v1/runs/%s/cancel".formatted(id), Map.of()).status())
        .isEqualTo(202);
    OPERATOR.await(id, "cancelled");
  }
}
