package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Answer;
import outturn.server.proof.Api.Prune;
import tools.jackson.databind.JsonNode;

class ApplyTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();

  private static final String LEAVING =
      """
      kind: workflow
      name: leaving
      schedules: [{name: each-second, cron: "* * * * * *", whenRunning: allow}]
      tasks:
        rest: {wait: {for: 2s}}
        read: {needs: [rest], run: [cat, note.txt]}
      """;
  private static final String STAYING =
      """
      kind: workflow
      name: staying
      schedules: [{name: each-second, cron: "* * * * * *", whenRunning: allow}]
      tasks: {done: {}}
      """;

  @Test
  void aWorkflowThatIsRemovedWhileItRunsEndsItsRunsAndStartsNoMore() {
    API.apply(
        "removal",
        Map.of("leaving.yaml", LEAVING, "staying.yaml", STAYING, "note.txt", "as it was\n"),
        Prune.KEEP);
    var run = API.start("leaving");
    API.task(run, "rest", "running");

    API.apply("removal", Map.of("staying.yaml", STAYING), Prune.KEEP);
    assertThat(workflows("removal")).containsExactly("leaving", "staying");

    var removed = API.apply("removal", Map.of("staying.yaml", STAYING), Prune.REMOVE);
    assertThat(removed.path("changes").toString()).contains("\"action\":\"remove\"");
    assertThat(workflows("removal")).containsExactly("staying");
    assertThat(API.get("/workflows/leaving").status()).isEqualTo(404);
    assertThat(SERVER.says("run", "leaving").err()).contains("no workflow 'leaving'");

    assertThat(API.ended(run).path("state").asString()).isEqualTo("succeeded");
    assertThat(SERVER.says("logs", run, "read", "--raw").out()).isEqualTo("as it was\n");
    noMoreThan(due("leaving").size());
    API.apply("removal", Map.of("idle.yaml", "kind: pool\nname: idle\nsize: 1\n"), Prune.REMOVE);
  }

  /// The schedule that stays goes on, the other one does not.
  private static void noMoreThan(int starts) {
    int before = due("staying").size();
    Patience.until("more starts", () -> due("staying").size(), now -> now >= before + 3);
    assertThat(due("leaving")).hasSize(starts);
  }

  private static List<String> due(String workflow) {
    return API.all("/runs?workflow=" + workflow).stream()
        .filter(run -> !run.path("due").isNull())
        .map(run -> run.path("due").asString())
        .toList();
  }

  private static List<String> workflows(String project) {
    return API.all("/workflows?project=" + project).stream()
        .map(each -> each.path("name").asString())
        .toList();
  }

  @Test
  void ofTwoAppliesFromOneBaseOneWinsAndTheOtherIsToldWhereTheProjectIs() throws Exception {
    API.apply("contested", workflow("first"));

    var answers = together(workflow("mine"), workflow("theirs"));

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    var refused = answers.stream().filter(each -> each.status() == 409).findFirst().orElseThrow();
    assertThat(refused.code()).isEqualTo("moved");
    assertThat(refused.json().path("current").intValue()).isEqualTo(2);

    int loser = answers.indexOf(refused);
    var lost = List.of("mine", "theirs").get(loser);
    var plan = API.plan("contested", Map.of("all.yaml", workflow(lost))).good();
    assertThat(plan.path("base").intValue()).isEqualTo(2);
    assertThat(changed(plan)).containsExactly("contested-work");
    assertThat(plan.path("text").asString()).contains("title").contains(lost);
    API.apply("contested", workflow(lost));
    assertThat(API.get("/workflows/contested-work").good().path("title").asString())
        .isEqualTo(lost);
  }

  private static List<Answer> together(String... yaml) throws Exception {
    var barrier = new CyclicBarrier(yaml.length);
    try (var threads = Executors.newFixedThreadPool(yaml.length)) {
      var applies =
          IntStream.range(0, yaml.length)
              .<Callable<Answer>>mapToObj(i ->
                  () -> {
                    barrier.await();
                    return API.apply("contested", Map.of("all.yaml", yaml[i]), Prune.KEEP, 1);
                  })
              .toList();
      return threads.invokeAll(applies).stream()
          .map(java.util.concurrent.Future::resultNow)
          .toList();
    }
  }

  private static List<String> changed(JsonNode plan) {
    return plan.path("changes")
        .valueStream()
        .filter(change -> change.path("action").asString().equals("change"))
        .map(change -> change.path("name").asString())
        .toList();
  }

  private static String workflow(String title) {
    return "kind: workflow\nname: contested-work\ntitle: %s\ntasks: {done: {}}\n".formatted(title);
  }
}
