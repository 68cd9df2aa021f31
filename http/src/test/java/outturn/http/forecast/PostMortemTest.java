package outturn.http.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

class PostMortemTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);

  private static final String PROJECT =
      """
      {kind: project, name: close}
      ---
      {kind: pool, name: ledger, size: 1}
      ---
      kind: workflow
      name: broken
      deadlines:
        - {name: loaded, task: load, by: "+2d 12:00"}
        - {name: told, task: tell, by: "+2d 12:00"}
        - {name: done, by: "+2d 12:00"}
      tasks:
        load: {run: ["false"]}
        tell: {needs: [load]}
      ---
      kind: workflow
      name: sound
      deadlines: [{name: done, by: "+2d 12:00"}]
      tasks: {load: {run: ["true"]}}
      ---
      kind: workflow
      name: queued
      deadlines:
        - {name: loaded, task: load, by: "+2d 12:00"}
        - {name: told, task: tell, by: "+2d 12:00"}
        - {name: done, by: "+2d 12:00"}
      tasks:
        load: {pools: {ledger: 1}, run: ["true"]}
        tell: {needs: [load]}
      ---
      {kind: workflow, name: keeper, tasks: {hold: {pools: {ledger: 1}, run: [sleep, "600"]}}}
      """;

  @BeforeAll
  static void apply() {
    SERVER.apply("close", Client.onlyFile(PROJECT));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static JsonNode told(String run, String deadline) {
    var answer = OPERATOR.get("/api/v1/runs/%s/post-mortem".formatted(run));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    for (var each : answer.json().path("items")) {
      if (each.path("deadline").asString().equals(deadline)) return each;
    }
    throw new AssertionError("no %s in %s".formatted(deadline, answer.body()));
  }

  private static void isNotDone(JsonNode told, String state) {
    assertThat(told.path("state").asString()).as(told.toString()).isEqualTo(state);
    assertThat(told.path("lateMinutes").isNull()).as(told.toString()).isTrue();
    assertThat(told.path("parts").size()).isZero();
  }

  private static void addsUp(JsonNode told) {
    var by = Instant.parse(told.path("by").asString());
    var ended = Instant.parse(told.path("ended").asString());
    long late = Math.round(Duration.between(by, ended).toMillis() / 60_000.0);
    assertThat(told.path("lateMinutes").asLong()).isEqualTo(late);
    long sum = 0;
    for (var part : told.path("parts")) sum += part.path("minutes").asLong();
    assertThat(sum).as(told.toString()).isEqualTo(late);
  }

  @Test
  void whatFailedOrWasSkippedInTimeIsNotKept() {
    var run = OPERATOR.start(Map.of("workflow", "broken"));
    OPERATOR.await(run, "failed");

    for (var name : List.of("loaded", "done")) {
      var failed = told(run, name);
      assertThat(failed.path("state").asString()).isEqualTo("failed");
      assertThat(failed.path("lateMinutes").asLong()).isNegative();
      addsUp(failed);
    }
    isNotDone(told(run, "told"), "skipped");
    assertThat(told(run, "told").path("ended").isNull()).isFalse();
  }

  @Test
  void whatWasCancelledBeforeItBeganIsOver() {
    var keeper = OPERATOR.start(Map.of("workflow", "keeper"));
    OPERATOR.await(keeper, "hold", "running");
    var run = OPERATOR.start(Map.of("workflow", "queued"));
    OPERATOR.await(run, "load", "ready");
    assertThat(told(run, "done").path("state").asString()).isEqualTo("open");
    cancel(run);

    for (var name : List.of("loaded", "told", "done")) isNotDone(told(run, name), "cancelled");
    assertThat(told(run, "done").path("ended").isNull()).isFalse();
    assertThat(told(run, "told").path("ended").isNull()).isTrue();
    cancel(keeper);
  }

  private static void cancel(String run) {
    OPERATOR.post("/api/v1/runs/%s/cancel".formatted(run), Map.of());
    OPERATOR.await(run, "cancelled");
  }

  @Test
  void whatWasDoneIsKeptOrMissed() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var early = OPERATOR.start(Map.of("workflow", "sound", "businessDate", today.toString()));
    var before = today.minusDays(10).toString();
    var late = OPERATOR.start(Map.of("workflow", "sound", "businessDate", before));
    OPERATOR.await(early, "succeeded");
    OPERATOR.await(late, "succeeded");

    var kept = told(early, "done");
    var missed = told(late, "done");

    assertThat(kept.path("state").asString()).isEqualTo("kept");
    assertThat(missed.path("state").asString()).isEqualTo("missed");
    addsUp(kept);
    addsUp(missed);
  }

  @Test
  void whatWasForcedEndedWhenItWasForced() {
    var run = OPERATOR.start(Map.of("workflow", "broken"));
    OPERATOR.await(run, "failed");
    var failed = Instant.parse(told(run, "loaded").path("ended").asString());
    var forced =
        OPERATOR.post(
            "/api/v1/runs/%s/operate".formatted(run),
            Map.of("verb", "force-success", "task", "load", "reason", "by hand"));
    assertThat(forced.status()).as(forced.body()).isEqualTo(200);
    OPERATOR.await(run, "succeeded");

    var loaded = told(run, "loaded");

    assertThat(loaded.path("state").asString()).isEqualTo("kept");
    assertThat(Instant.parse(loaded.path("ended").asString())).isAfter(failed);
    addsUp(loaded);
  }
}
