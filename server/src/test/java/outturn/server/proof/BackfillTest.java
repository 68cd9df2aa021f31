package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Answer;
import tools.jackson.databind.JsonNode;

/// Runs for many business dates, ordered at once.
class BackfillTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();

  @BeforeAll
  static void apply() {
    API.apply(
        "backfills",
        """
        kind: workflow
        name: fills
        schedules: [{name: working-days, cron: "0 2 * * mon-fri", whenRunning: allow}]
        tasks: {done: {}}
        ---
        kind: workflow
        name: fills-slowly
        tasks: {rest: {wait: {for: 1h}}}
        """);
  }

  private static Answer fill(String workflow, Map<String, Object> more, Map<String, String> head) {
    var body = new HashMap<String, Object>(Map.of("from", "2026-03-02", "to", "2026-03-09"));
    body.putAll(more);
    return API.post("/workflows/%s/backfill".formatted(workflow), body, head);
  }

  private static List<String> dates(Answer answer) {
    return answer.good().path("dates").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void theDatesOfItsSchedulesAreFilledOnce() {
    var wanted =
        List.of("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09");
    var preview = fill("fills", Map.of("preview", true), Map.of());
    assertThat(dates(preview)).isEqualTo(wanted);
    assertThat(preview.json().path("backfill").isNull()).isTrue();

    var key = Map.of("Idempotency-Key", "fill-march");
    var started = fill("fills", Map.of("newestFirst", true, "atOnce", 2, "reason", "a test"), key);
    assertThat(dates(started)).isEqualTo(wanted.reversed());
    var id = started.json().path("backfill").asString();
    Patience.until(
        "all succeed",
        () -> API.get("/backfills/" + id).good().at("/runs/succeeded").asInt(),
        done -> done == 6);
    var again = fill("fills", Map.of("newestFirst", true, "atOnce", 2, "reason", "a test"), key);
    assertThat(again.good().path("backfill").asString()).isEqualTo(id);
    assertThat(API.all("/runs?backfill=" + id)).hasSize(6);

    var next = fill("fills", Map.of("calendarDays", true, "preview", true), Map.of());
    assertThat(dates(next)).containsExactly("2026-03-07", "2026-03-08");
    assertThat(next.json().path("skipped").size()).isEqualTo(6);
    assertThat(dates(fill("fills", Map.of("again", true, "preview", true), Map.of())))
        .isEqualTo(wanted);
  }

  @Test
  void soManyRunAtOnceTheOthersWaitAndAllAreCancelledTogether() {
    var id = fill("fills-slowly", Map.of("atOnce", 3), Map.of()).good().path("backfill").asString();
    var runs = API.get("/backfills/" + id).good().path("runs");
    assertThat(runs.path("running").asInt()).isEqualTo(3);
    assertThat(runs.path("waiting").asInt()).isEqualTo(5);
    var waiting = API.all("/runs?state=waiting&backfill=" + id).getFirst().path("id").asString();
    var why = API.get("/runs/%s/why".formatted(waiting)).good();
    assertThat(why.at("/reasons/0/kind").asString()).isEqualTo("concurrency");
    assertThat(why.path("sentence").asString()).contains("at most 3 of its backfill at once");

    assertThat(API.post("/backfills/%s/cancel".formatted(id), Map.of()).status()).isEqualTo(202);
    Patience.until(
        "all are cancelled",
        () -> API.get("/backfills/" + id).good().at("/runs/cancelled").asInt(),
        done -> done == 8);
  }

  @Test
  void whatCannotBeFilledIsToldWhy() {
    assertThat(fill("fils", Map.of(), Map.of()).status()).isEqualTo(404);
    assertThat(fill("fills", Map.of("to", "2026-03-01"), Map.of()).detail())
        .contains("before 'from'");
    assertThat(fill("fills", Map.of("atOnce", 0), Map.of()).detail()).contains("from 1 to 1000");
    var long3 = Map.<String, Object>of("to", "2029-03-01", "calendarDays", true);
    assertThat(fill("fills", long3, Map.of()).detail()).contains("at most 1000 dates");
  }
}
