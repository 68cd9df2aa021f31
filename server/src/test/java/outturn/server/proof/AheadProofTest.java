package outturn.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.server.proof.Api.Prune;
import tools.jackson.databind.JsonNode;

/// What will start and why something does not, from outside.
class AheadProofTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Api API = SERVER.api();
  private static String run = "";

  @BeforeAll
  static void apply() {
    API.apply(
        "ahead",
        """
        kind: calendar
        name: ahead-office
        week: [mon, tue, wed, thu, fri]
        off: [{date: 2035-12-25, name: Christmas Day}]
        years: {from: 2020, to: 2035}
        ---
        kind: workflow
        name: ahead-daily
        schedules: [{name: early, cron: "0 6 * * *", calendar: ahead-office}]
        tasks: {rest: {wait: {for: 1s}}}
        ---
        kind: workflow
        name: ahead-often
        schedules: [{name: each-second, cron: "* * * * * *", whenRunning: skip, catchUp: {runs: all}}]
        tasks: {rest: {wait: {for: 2500ms}}}
        """);
    run =
        API.post("/runs", Map.of("workflow", "ahead-daily", "businessDate", "2035-12-24"))
            .good()
            .path("id")
            .asString();
    API.ended(run);
  }

  @AfterAll
  static void stop() {
    API.apply(
        "ahead", Map.of("idle.yaml", "{kind: pool, name: ahead-quiet, size: 1}"), Prune.REMOVE);
  }

  @Test
  void theStartsOfAWeekHaveWhatTheLastRunTook() {
    var said = SERVER.says("ahead", "ahead-daily", "--from", "2035-12-24", "--to", "2035-12-30");

    assertThat(said.code()).isZero();
    assertThat(said.out().lines())
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("Mon 2035-12-24 06:00 +00:00")
                .contains("ahead-daily")
                .containsPattern("\\b[12]s\\b"))
        .anySatisfy(line -> assertThat(line).contains("does not start").contains("Christmas Day"))
        .anySatisfy(line ->
            assertThat(line).contains("nor 1 more until Sun 2035-12-30").contains("working week"));
  }

  @Test
  void aScheduleOfEverySecondDoesNotFloodTheTable() {
    var said = SERVER.says("ahead", "ahead-often", "--from", "2035-01-01", "--days", "30");

    assertThat(said.out().lines()).hasSize(31);
    assertThat(said.out()).contains("86400 starts until 23:59:59, about every 1s");
  }

  @Test
  void startsCanBeReadAsACalendar() {
    var said =
        SERVER.says("ahead", "ahead-daily", "--from", "2035-12-24", "--days", "5", "--ical", "-");

    assertThat(said.out().lines().filter("BEGIN:VEVENT"::equals)).hasSize(4);
    assertThat(said.out()).contains("DTSTART:20351224T060000Z");
  }

  @Test
  void aSupposedHolidayTellsWhatWouldBeGone() {
    var said =
        SERVER.says(
            "ahead",
            "ahead-daily",
            "--from",
            "2035-12-24",
            "--to",
            "2035-12-30",
            "--holiday",
            "2035-12-27@ahead-office");

    assertThat(said.out())
        .contains("gone")
        .contains("Thu 2035-12-27")
        .contains("a supposed holiday");
    assertThat(SERVER.says("ahead", "--holiday", "2035-12-27@ahead-ofice").err())
        .contains("did you mean 'ahead-office'?");
  }

  @Test
  void whyNotAnswersFromRunsRecordsAndSchedules() {
    assertThat(SERVER.says("why-not", "ahead-daily", "2035-12-24").out())
        .startsWith("ahead-daily ran for 2035-12-24: run %s succeeded".formatted(run));
    assertThat(SERVER.says("why-not", "ahead-daily", "2035-12-25").out())
        .isEqualTo(
            "ahead-daily will not run for 2035-12-25: schedule 'early': Tuesday 2035-12-25 is no working day"
                + " of calendar 'ahead-office' (Christmas Day)\n");
    var unknown = SERVER.says("why-not", "ahead-dayly", "2035-12-25");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("did you mean 'ahead-daily'?");
  }

  @Test
  void aSkippedDueTimeIsFoundWithItsReason() {
    var skipped =
        Patience.until(
            "a skipped due time",
            () ->
                API.get("/workflows/ahead-often").good().path("occurrences").valueStream().toList(),
            all -> all.stream().anyMatch(AheadProofTest::isSkipped));
    var date =
        skipped.stream()
            .filter(AheadProofTest::isSkipped)
            .findFirst()
            .orElseThrow()
            .path("businessDate");

    var answer = API.get("/workflows/ahead-often/why-not?date=" + date.asString()).good();

    assertThat(answer.path("sentence").asString()).contains("run");
    assertThat(answer.path("reasons").valueStream().map(each -> each.path("text").asString()))
        .anySatisfy(text -> assertThat(text).contains("and skipped: still running"));
  }

  private static boolean isSkipped(JsonNode occurrence) {
    return occurrence.path("state").asString().equals("skipped");
  }
}
