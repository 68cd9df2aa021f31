package outturn.runtime.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outturn.definition.calendar.SupposedHoliday;
import outturn.engine.forecast.DeadlineForecast;
import outturn.runtime.AppliedProject;
import outturn.runtime.ahead.Ahead;
import outturn.runtime.live.RunWatch;
import outturn.store.duration.RunDurations;
import outturn.store.forecast.LiveIds;
import outturn.store.forecast.Predictions;
import outturn.store.forecast.TaskDurations;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunReader;

/// What becomes of deadlines if a day is a holiday. It is noon of Thursday, 3 December 2026, and
/// all tasks wait for a fixed time.
class ComparingTest {
  private static final String PROJECT =
      """
      {kind: project, name: close}
      ---
      {kind: calendar, name: office, week: [mon, tue, wed, thu, fri]}
      ---
      {kind: calendar, name: plant, week: [mon, tue, wed, thu, fri, sat]}
      ---
      {kind: calendar, name: bank, week: [mon, tue, wed, thu, fri]}
      ---
      kind: workflow
      name: dated
      schedules: [{name: daily, cron: "0 5 * * *", calendar: bank, businessDate: previous-working-day}]
      deadlines: [{name: booked, by: "+1d 05:30"}]
      tasks: {book: {wait: {for: 10m}}}
      ---
      kind: workflow
      name: extract
      schedules: [{name: working, cron: "0 6 * * *", calendar: office}]
      deadlines: [{name: out, by: "07:00"}]
      tasks: {get: {wait: {for: 30m}}}
      ---
      kind: workflow
      name: archive
      schedules:
        - {name: working, cron: "0 6 * * *", calendar: office, whenRunning: queue}
        - {name: daily, cron: "10 6 * * *", whenRunning: queue}
      deadlines: [{name: packed, by: "06:45"}]
      tasks: {pack: {wait: {for: 30m}}}
      ---
      kind: workflow
      name: load
      schedules: [{name: daily, cron: "0 6 * * *"}]
      dependsOn: [{workflow: extract}]
      deadlines: [{name: loaded, by: "08:00"}]
      tasks: {put: {wait: {for: 10m}}, tell: {needs: put}}
      ---
      kind: workflow
      name: patient
      schedules: [{name: daily, cron: "0 6 * * *"}]
      dependsOn: [{workflow: extract, within: 1h, otherwise: start}]
      deadlines: [{name: done, by: "08:00"}]
      tasks: {put: {wait: {for: 10m}}}
      ---
      kind: workflow
      name: before
      schedules: [{name: fourth, cron: "0 14 4 12 *", calendar: plant, onNonWorkingDay: previous}]
      deadlines: [{name: told, by: "15:00"}]
      tasks: {tell: {wait: {for: 10m}}}
      ---
      kind: workflow
      name: alone
      schedules: [{name: daily, cron: "0 6 * * *"}]
      deadlines: [{name: up, by: "07:00"}]
      tasks: {get: {wait: {for: 1m}}}
      """;

  private static final String SKIPPED =
      "it would not start: no working day of calendar 'office': a supposed holiday";

  private final AppliedProject server = new AppliedProject(Instant.parse("2026-12-03T12:00:00Z"));
  private final Foresight foresight = foresight();

  @BeforeEach
  void foresee() {
    server.apply(0, Map.of("outturn.yaml", PROJECT));
    server.clock.pass(Duration.ofSeconds(2));
    foresight.step();
    assertThat(foresight.all()).hasSize(7);
  }

  @AfterEach
  void stop() {
    foresight.close();
    server.close();
  }

  private Foresight foresight() {
    var ahead = new Ahead(server.inForce, new RunDurations(server.jdbi));
    var ground =
        new Foresight.Ground(
            server.inForce,
            ahead,
            new RunWatch(),
            new ProjectReader(server.jdbi),
            Map::of,
            () -> false);
    var rows =
        new Foresight.Rows(
            new RunReader(server.jdbi, server.clock),
            new LiveIds(server.jdbi),
            new TaskDurations(server.jdbi),
            new Predictions(server.jdbi));
    return new Foresight(ground, rows, _ -> {}, server.clock, () -> 0, () -> 0);
  }

  private Comparing.Compared with(String holiday, Supposed... others) {
    var wish = new Comparing.Wish(List.of(SupposedHoliday.of(holiday)), List.of(others));
    return new Comparing(foresight).with(wish);
  }

  private static List<String> told(Comparing.Compared compared) {
    return compared.changed().stream()
        .map(each ->
            "%s %s: %s -> %s: %s"
                .formatted(
                    each.subject().workflow(),
                    each.promise().name(),
                    each.now().map(ComparingTest::side).orElse("-"),
                    each.then().map(ComparingTest::side).orElse("-"),
                    each.why()))
        .toList();
  }

  private static String side(DeadlineForecast deadline) {
    var end = deadline.finish().p50().map(at -> at.toString().substring(8, 16)).orElse("never");
    return "%.0f %s".formatted(deadline.chance(), end);
  }

  @Test
  void runsThatWouldNotStartAreLeftOutAndThoseThatWaitForThemWaitInVain() {
    var compared = with("2026-12-04@office");

    assertThat(told(compared))
        .containsExactly(
            "archive packed: 1 04T06:30 -> -: " + SKIPPED,
            "archive packed: 0 04T07:00 -> 1 04T06:40: pack begins at 2026-12-04 06:10",
            "extract out: 1 04T06:30 -> -: " + SKIPPED,
            "load loaded: 1 04T06:40 -> 0 never: put waits for a person to start extract for"
                + " 2026-12-04",
            "patient done: 1 04T06:40 -> 1 04T07:10: put begins at 2026-12-04 07:00");
    assertThat(compared.same()).as("alone and dated").isEqualTo(2);
    assertThat(compared.unknown()).isEmpty();
  }

  @Test
  void aRunThatWouldStartInsteadComesIn() {
    var compared = with("2026-12-04@plant");

    assertThat(told(compared))
        .containsExactly(
            "before told: - -> 1 03T14:10: it would start then: moved from 2026-12-04 (a supposed"
                + " holiday)");
    assertThat(compared.same()).isEqualTo(7);
  }

  @Test
  void aRunForAnotherBusinessDateHasItsDeadlinesByThat() {
    assertThat(told(with("2026-12-03@bank")))
        .containsExactly(
            "dated booked: 1 04T05:10 -> 0 04T05:10: it would be for business date 2026-12-02");
  }

  @Test
  void inAllCalendarsBothHappenAndWhatElseIsSupposedHoldsToo() {
    var compared = with("2026-12-04", new Supposed.Longer("before", "tell", Duration.ofHours(2)));

    assertThat(told(compared)).hasSize(7);
    assertThat(told(compared).getFirst()).startsWith("before told: - -> 0 03T16:10");
    assertThat(compared.unknown()).isEmpty();
  }

  @Test
  void aDayThatMovesNothingChangesNothing() {
    var compared = with("2026-12-03@office");

    assertThat(compared.changed()).isEmpty();
    assertThat(compared.same()).isEqualTo(7);
    assertThat(compared.unknown()).isEmpty();
  }

  @Test
  void aDayThatIsNotToComeSoonHasNoPart() {
    assertThat(with("2026-12-24").unknown()).containsExactly("holiday 2026-12-24");
    assertThat(with("2026-12-02@office").unknown()).containsExactly("holiday 2026-12-02@office");
  }

  @Test
  void aCalendarOfNoScheduleIsNamedWithTheOneThatMayBeMeant() {
    var wish = new Comparing.Wish(List.of(SupposedHoliday.of("2026-12-04@ofice")), List.of());

    assertThat(new Comparing(foresight).missing(wish))
        .contains("there is no calendar of a schedule 'ofice'; did you mean 'office'?");
  }

  @Test
  void withoutAWorkflowItsDeadlinesAreGone() {
    var wish = new Comparing.Wish(List.of(), List.of(new Supposed.Without("alone")));

    assertThat(told(new Comparing(foresight).with(wish)))
        .containsExactly("alone up: 1 04T06:01 -> -: its workflow would not be started");
  }
}
