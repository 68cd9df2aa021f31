package outturn.http.forecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.runtime.forecast.Foresight;
import outturn.store.identity.Role;

class HolidayTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Foresight FORESIGHT = SERVER.services().runs().prospects().foresight();

  /// When a schedule starts a run.
  private static ZonedDateTime next = Instant.EPOCH.atZone(ZoneOffset.UTC);

  private static String byDay(String late) {
    return """
    {kind: project, name: close}
    ---
    {kind: calendar, name: office, week: [mon, tue, wed, thu, fri, sat, sun]}
    ---
    kind: workflow
    name: by-day
    schedules: [{name: working, cron: "%s * * *", calendar: office}]
    deadlines: [{name: there, by: "%s"}]
    tasks: {go: {wait: {for: 1m}}}
    """
        .formatted(next.format(DateTimeFormatter.ofPattern("m H")), late);
  }

  @BeforeAll
  static void apply() {
    next = Instant.now().atZone(ZoneOffset.UTC).plusHours(6);
    var text = byDay(DateTimeFormatter.ofPattern("HH:mm").format(next.plusHours(3)));
    var encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    SERVER.apply("close", Map.of("outturn.yaml", encoded));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aDayThatBecomesAHolidayTakesItsRunsAway() throws InterruptedException {
    var key = "by-day@" + next.truncatedTo(ChronoUnit.MINUTES).toInstant();
    for (int i = 0; i < 400 && !FORESIGHT.all().containsKey(key); i++) {
      FORESIGHT.step();
      Thread.sleep(10);
    }
    assertThat(FORESIGHT.all()).containsKey(key);

    var path = "/api/v1/forecasts/what-if?holiday=%s@office".formatted(next.toLocalDate());
    var answer = VIEWER.get(path).json();

    var gone = answer.path("items").path(0);
    assertThat(answer.path("items").size()).as(answer.toString()).isEqualTo(1);
    assertThat(gone.path("about").path("workflow").asString()).isEqualTo("by-day");
    assertThat(gone.path("change").asString()).isEqualTo("gone");
    assertThat(gone.path("now").path("chance").asDouble()).isEqualTo(1);
    assertThat(gone.path("then").isNull()).isTrue();
    assertThat(gone.path("why").asString())
        .isEqualTo("it would not start: no working day of calendar 'office': a supposed holiday");
    for (var wrong :
        Map.of(
                "2035-12-24",
                "'outturn ahead --holiday' tells of other days",
                next.toLocalDate() + "@ofice",
                "did you mean 'office'?")
            .entrySet()) {
      var refused = VIEWER.get("/api/v1/forecasts/what-if?holiday=" + wrong.getKey());
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.detail()).contains(wrong.getValue());
    }
    var unread = VIEWER.get("/api/v1/forecasts/what-if?holiday=Friday");
    assertThat(unread.status()).isEqualTo(400);
    assertThat(unread.detail()).contains("dates such as 2026-12-24 or 2026-12-24@CALENDAR");
  }
}
