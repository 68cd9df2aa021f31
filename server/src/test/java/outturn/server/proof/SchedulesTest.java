package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;
import tools.jackson.databind.JsonNode;

class SchedulesTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();

  @BeforeAll
  static void apply() {
    API.apply(
        "schedules",
        """
        kind: workflow
        name: ticking
        schedules: [{name: each-second, cron: "* * * * * *", whenRunning: allow, catchUp: {runs: all}}]
        tasks: {done: {}}
        ---
        kind: workflow
        name: too-slow
        schedules: [{name: each-second, cron: "* * * * * *", whenRunning: skip, catchUp: {runs: all}}]
        tasks: {rest: {wait: {for: 2500ms}}}
        """);
  }

  @AfterAll
  static void stop() {
    API.apply("schedules", Map.of("idle.yaml", "{kind: pool, name: quiet, size: 1}"), Prune.REMOVE);
  }

  @Test
  void eachDueTimeHasOneOccurrenceWithOneRun() {
    var seen = occurrences("ticking", 5);

    assertThat(seen).extracting(each -> each.path("due").asString()).doesNotHaveDuplicates();
    assertThat(seen).extracting(each -> each.path("state").asString()).containsOnly("started");
    assertThat(seen).extracting(each -> each.path("run").asString()).doesNotHaveDuplicates();
    withoutGaps(seen);
    for (var each : seen) {
      var run = API.ended(each.path("run").asString());
      assertThat(run.path("state").asString()).isEqualTo("succeeded");
      assertThat(run.path("due").asString()).isEqualTo(each.path("due").asString());
      assertThat(run.at("/startedBy/schedule").asString()).isEqualTo("each-second");
    }
  }

  @Test
  void aDueTimeThatIsSkippedIsRecordedWithItsReason() {
    var seen = occurrences("too-slow", 5);

    assertThat(seen).extracting(each -> each.path("due").asString()).doesNotHaveDuplicates();
    withoutGaps(seen);
    var skipped =
        seen.stream().filter(each -> each.path("state").asString().equals("skipped")).toList();
    assertThat(skipped)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(each -> {
          assertThat(each.path("run").isNull()).isTrue();
          assertThat(each.path("reason").asString()).contains("run");
        });
    var started =
        seen.stream().filter(each -> each.path("state").asString().equals("started")).toList();
    assertThat(started).isNotEmpty();
    assertThat(SERVER.says("workflows", "too-slow").out())
        .contains("skipped")
        .contains(skipped.getFirst().path("reason").asString());
  }

  private static List<JsonNode> occurrences(String workflow, int atLeast) {
    return Patience.until(
        atLeast + " occurrences of " + workflow,
        () -> API.get("/workflows/" + workflow).good().path("occurrences").valueStream().toList(),
        all -> all.size() >= atLeast);
  }

  /// Newest first, each a second after the next.
  private static void withoutGaps(List<JsonNode> occurrences) {
    var due = occurrences.stream().map(each -> Instant.parse(each.path("due").asString())).toList();
    for (int i = 1; i < due.size(); i++) {
      assertThat(due.get(i).plusSeconds(1)).isEqualTo(due.get(i - 1));
    }
  }
}
