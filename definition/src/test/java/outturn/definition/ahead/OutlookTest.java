package outturn.definition.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outturn.definition.project.Projects;

/// What will start, told in order.
class OutlookTest {
  private static final String CALENDAR =
      """
      kind: calendar
      name: office
      week: [mon, tue, wed, thu, fri]
      off: [{date: 2026-12-25, name: Christmas Day}]
      years: {from: 2025, to: 2026}
      ---
      """;

  private static List<Starter> starters(String... schedules) {
    var text = new StringBuilder(CALENDAR);
    for (var each : schedules) {
      text.append(
          """
          kind: workflow
          name: %s
          timezone: Europe/London
          schedules: [{name: s, %s}]
          tasks: {t: {}}
          ---
          """
              .formatted(each.split(" ", 2)[0], each.split(" ", 2)[1]));
    }
    var yaml = text.substring(0, text.length() - 4);
    return Projects.valid("w.yaml", yaml).workflows().all().stream()
        .flatMap(workflow ->
            workflow.schedules().stream().map(each -> new Starter(workflow.name(), each)))
        .toList();
  }

  private static Window window(String from, String to) {
    return new Window(Instant.parse(from), Instant.parse(to));
  }

  private static List<String> told(List<Line> lines) {
    return lines.stream().map(OutlookTest::told).toList();
  }

  private static String told(Line line) {
    var times = line.count() > 1 ? " x%d".formatted(line.count()) : "";
    var what =
        switch (line.what()) {
          case Line.What.Starts(var date, var notes) ->
              "for %s%s".formatted(date, notes.isEmpty() ? "" : " " + notes);
          case Line.What.Skipped(var why) -> "not: " + why;
          case Line.What.Unknown(var why) -> "unknown: " + why;
        };
    return "%s %s%s %s".formatted(line.starter().workflow(), line.local(), times, what);
  }

  private static List<String> all(Window window, String... schedules) {
    return told(new Outlook(starters(schedules), window).lines(Optional.empty(), 1000));
  }

  @Test
  void aStartThatPoliciesHoldSaysUntilWhen() {
    var project =
        Projects.valid(
            "w.yaml",
            """
            kind: workflow
            name: w
            schedules: [{name: s, cron: "0 */8 * * *"}]
            tasks: {a: {shell: "true"}, b: {run: [x]}, rest: {wait: {for: 1h}}}
            ---
            {kind: policy, name: night, allow: none, during: {from: "22:00", to: "06:00"}, timezone: Europe/Berlin}
            ---
            {kind: policy, name: shells, allow: none, applies: {tasks: shell}, during: {from: "15:00", to: "20:00"}}
            ---
            {kind: policy, name: few, allow: 1}
            """);
    var workflow = project.workflows().all().getFirst();
    var policies = Governing.of(workflow, project.policies().all());
    var starter = new Starter("w", workflow.schedules().getFirst(), policies);
    var window = window("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z");
    assertThat(told(new Outlook(List.of(starter), window).lines(Optional.empty(), 9)))
        .containsExactly(
            "w 2026-06-01T00:00Z for 2026-06-01 [policy night lets no task start until 2026-06-01 06:00 (Europe/Berlin)]",
            "w 2026-06-01T08:00Z for 2026-06-01",
            "w 2026-06-01T16:00Z for 2026-06-01 [policy shells keeps a from starting until 2026-06-01 20:00 (UTC)]");
  }

  @Test
  void aStartThatJitterPutsOffSaysWhenItIs() {
    var starter = starters("w cron: '0 9 * * *', jitter: 20m").getFirst();
    var due = Instant.parse("2026-06-01T08:00:00Z");
    var start = starter.schedule().start(due).atZone(ZoneId.of("Europe/London")).toLocalDateTime();
    assertThat(
            all(
                window("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"),
                "w cron: '0 9 * * *', jitter: 20m"))
        .containsExactly(
            "w 2026-06-01T09:00+01:00[Europe/London] for 2026-06-01 [starts at %s by its jitter]"
                .formatted(start));
  }

  @Test
  void startsOfAllSchedulesComeInOrder() {
    assertThat(
            all(
                window("2026-06-01T00:00:00Z", "2026-06-02T23:00:00Z"),
                "late cron: '0 22 * * *', businessDate: previous",
                "early cron: '0 3 * * *'"))
        .containsExactly(
            "early 2026-06-01T03:00+01:00[Europe/London] for 2026-06-01",
            "late 2026-06-01T22:00+01:00[Europe/London] for 2026-05-31",
            "early 2026-06-02T03:00+01:00[Europe/London] for 2026-06-02",
            "late 2026-06-02T22:00+01:00[Europe/London] for 2026-06-01");
  }

  @Test
  void aDayWithManyStartsIsOneLineWithTheirNumber() {
    var window = window("2026-03-27T12:00:00Z", "2026-03-31T00:00:00Z");
    assertThat(all(window, "m cron: '* * * * *'"))
        .containsExactly(
            "m 2026-03-27T12:00Z[Europe/London] x720 for 2026-03-27",
            "m 2026-03-28T00:00Z[Europe/London] x1440 for 2026-03-28",
            "m 2026-03-29T00:00Z[Europe/London] x1380 for 2026-03-29",
            "m 2026-03-30T00:00+01:00[Europe/London] x1440 for 2026-03-30",
            "m 2026-03-31T00:00+01:00[Europe/London] x60 for 2026-03-31");
  }

  @Test
  void aDayThatIsNotWorkedIsToldWithItsReason() {
    assertThat(
            all(
                window("2026-12-24T00:00:00Z", "2026-12-28T12:00:00Z"),
                "w cron: '0 6 * * *', calendar: office"))
        .containsExactly(
            "w 2026-12-24T06:00Z[Europe/London] for 2026-12-24",
            "w 2026-12-25T06:00Z[Europe/London] not: no working day of calendar 'office': Christmas Day",
            "w 2026-12-26T06:00Z[Europe/London] not: no working day of calendar 'office': not in the working week",
            "w 2026-12-27T06:00Z[Europe/London] not: no working day of calendar 'office': not in the working week",
            "w 2026-12-28T06:00Z[Europe/London] for 2026-12-28");
  }

  @Test
  void aStartThatWasMovedSaysFromWhichDay() {
    assertThat(
            all(
                window("2026-12-25T00:00:00Z", "2026-12-29T00:00:00Z"),
                "w cron: '0 6 25 * *', calendar: office, onNonWorkingDay: next"))
        .containsExactly(
            "w 2026-12-28T06:00Z[Europe/London] for 2026-12-28 [moved from 2026-12-25 (Christmas Day)]");
  }

  @Test
  void whereTheCalendarKnowsNoYearTheLineSaysSo() {
    assertThat(
            all(
                window("2026-12-31T00:00:00Z", "2027-02-01T00:00:00Z"),
                "w cron: '0 6 * * *', calendar: office"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "w 2027-01-01T00:00Z[Europe/London] unknown: calendar 'office' does not know the year 2027");
  }

  @Test
  void anUnknownYearAfterTheWindowIsNotTold() {
    var window = window("2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z");
    assertThat(all(window, "w cron: '0 6 * * *', calendar: office")).hasSize(1);
  }

  @Test
  void aTimeThatTheClockLeavesOutIsTold() {
    var window = window("2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z");
    assertThat(all(window, "w cron: '30 1 * * *', dst: {gap: skip}"))
        .containsExactly(
            "w 2026-03-29T02:00+01:00[Europe/London] not: the clock goes from 01:00 to 02:00, and dst is gap: skip");
    assertThat(all(window, "w cron: '30 1 * * *'"))
        .containsExactly(
            "w 2026-03-29T02:00+01:00[Europe/London] for 2026-03-29"
                + " [the clock leaves out its local time; it starts right after]");
  }

  @Test
  void pagesOfAnySizeSayWhatOneListSays() {
    var starters =
        starters(
            "a cron: '0 0 * * *', calendar: office",
            "b cron: '*/5 * * * *'",
            "c cron: '0 0 * * *', calendar: office, onNonWorkingDay: previous",
            "d cron: '30 1 * * *', dst: {gap: skip}");
    var outlook = new Outlook(starters, window("2026-12-20T10:00:00Z", "2027-04-01T00:00:00Z"));
    var whole = told(outlook.lines(Optional.empty(), 1000));
    for (var size = 1; size < 8; size++) {
      var pages = new ArrayList<Line>();
      var page = outlook.lines(Optional.empty(), size);
      while (!page.isEmpty()) {
        pages.addAll(page);
        page = outlook.lines(Optional.of(page.getLast().place()), size);
      }
      assertThat(told(pages)).isEqualTo(whole);
    }
  }
}
