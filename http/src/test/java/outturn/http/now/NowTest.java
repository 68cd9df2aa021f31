package outturn.http.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;
import tools.jackson.databind.JsonNode;

final class NowTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final String WORK =
      """
      kind: workflow
      name: promised
      title: Figures by half past six
      timezone: Europe/London
      deadlines: [{name: figures, by: "+1d 06:30"}]
      tasks:
        wait: {wait: {for: 1h}}
      ---
      kind: workflow
      name: breaks
      inputs:
        code: {type: int, default: 1}
      tasks:
        break:
          shell: exit $CODE
          env: {CODE: "${inputs.code}"}
      ---
      kind: workflow
      name: daily
      schedules: [{name: hourly, cron: "0 * * * *"}]
      tasks: {nothing: {}}
      """;

  @BeforeAll
  static void apply() {
    SERVER.apply(
        "now",
        Map.of("outturn.yaml", base64("kind: project\nname: now\n"), "work.yaml", base64(WORK)));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aLiveRunTellsWhyItIsNotOverAndWhetherItIsLate() {
    var late = OPERATOR.start(Map.of("workflow", "promised", "businessDate", "2020-01-01"));
    OPERATOR.await(late, "wait", "running");
    var line = line("live", late);
    assertThat(line.path("title").asString()).isEqualTo("Figures by half past six");
    assertThat(line.path("deadline").asString()).isEqualTo("2020-01-02T06:30:00Z");
    assertThat(line.path("late").asBoolean()).isTrue();
    assertThat(line.path("reason").path("text").asString()).startsWith("wait waits until");
    assertThat(line("past", late).isMissingNode()).isFalse();
  }

  @Test
  void aFailureIsToldUntilItIsMadeGood() {
    var failed = OPERATOR.start(Map.of("workflow", "breaks"));
    OPERATOR.await(failed, "failed");
    assertThat(line("failed", failed).path("state").asString()).isEqualTo("failed");

    var good = OPERATOR.start(Map.of("workflow", "breaks", "inputs", Map.of("code", 0)));
    OPERATOR.await(good, "succeeded");
    assertThat(line("failed", failed).isMissingNode()).isTrue();
  }

  @Test
  void theStartsOfTheNextHoursAreTold() {
    var coming = now().path("coming");
    assertThat(coming.path(0).path("workflow").asString()).isEqualTo("daily");
    assertThat(coming.size()).isBetween(1, 12);
  }

  @Test
  void newsComeAsTheyHappen() {
    try (var lines = VIEWER.lines("/api/v1/now/events")) {
      var events = lines.filter(line -> line.startsWith("event:")).iterator();
      assertThat(events.next()).isEqualTo("event:changed");
      OPERATOR.start(Map.of("workflow", "promised"));
      assertThat(events.next()).isEqualTo("event:changed");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// What is told of a moment that is not before this one: an answer is given to all for a while.
  private static JsonNode now() {
    var asked = Instant.now();
    return Stream.generate(() -> VIEWER.get("/api/v1/now").json())
        .filter(answer -> !Instant.parse(answer.path("asOf").asString()).isBefore(asked))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode line(String list, String run) {
    var lines = now().path(list);
    return StreamSupport.stream(lines.spliterator(), false)
        .filter(each -> each.path("id").asString().equals(run))
        .findFirst()
        .orElseGet(() -> lines.path("none"));
  }
}
