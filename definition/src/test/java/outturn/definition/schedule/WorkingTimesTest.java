package outturn.definition.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.calendar.CalendarRule;
import outturn.definition.calendar.CalendarRule.OnNonWorkingDay;
import outturn.definition.calendar.UnknownYear;
import outturn.definition.calendar.WorkingDays;
import outturn.definition.project.Projects;

/// Around Easter 2026 in England: 3 April is Good Friday, 6 April the Monday after. 4 May and 25
/// May are holidays too.
class WorkingTimesTest {
  private static final String CALENDARS =
      """
      {kind: calendar, name: england, holidays: {country: GB, region: ENG}}
      ---
      {kind: calendar, name: this-year, on: [2026-01-03], years: {from: 2026, to: 2026}}
      ---
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          cron: "0 8 * * *"                              | 2026-04-01 | 04-01T08:00 04-02T08:00 04-07T08:00
          cron: "0 8 * * *", onNonWorkingDay: run        | 2026-04-03 | 04-03T08:00 04-04T08:00
          cron: "0 8 * * fri", onNonWorkingDay: next     | 2026-04-01 | 04-07T08:00 04-10T08:00
          cron: "0 8 * * mon", onNonWorkingDay: previous | 2026-04-01 | 04-02T08:00 04-13T08:00
          cron: "0 8 * * mon", onNonWorkingDay: previous | 2026-04-03 | 04-13T08:00
          cron: "0 8 3 * *", onNonWorkingDay: next       | 2026-04-04 | 04-07T08:00 05-05T08:00
          cron: "0 8 * * *", workingDays: [1, -1]        | 2026-05-01 | 05-01T08:00 05-29T08:00 06-01T08:00 06-30T08:00
          cron: "0 8 * * *", workingDays: -1, shift: -2  | 2026-05-01 | 05-27T08:00 06-26T08:00
          cron: "0 8 * * thu", shift: 1                  | 2026-04-01 | 04-07T08:00 04-10T08:00
          cron: "0 8 * * fri#3", onNonWorkingDay: next   | 2026-04-01 | 04-17T08:00 05-15T08:00
          cron: "0 6,18 * * sat,sun", onNonWorkingDay: next | 2026-05-08 | 05-11T06:00 05-11T18:00 05-18T06:00
          cron: "30 9 * * mon", onNonWorkingDay: next    | 2026-04-07T09:30 | 04-07T09:30 04-13T09:30
          cron: "30 9 * * mon", onNonWorkingDay: next    | 2026-04-07T09:31 | 04-13T09:30
          rrule: FREQ=DAILY;BYHOUR=7                     | 2026-04-02 | 04-02T07:00 04-07T07:00
          rrule: FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25, onNonWorkingDay: previous | 2026-01-01 | 12-24T00:00
          at: ["2026-04-04T10:00", "2026-04-05T09:00"], onNonWorkingDay: next | 2026-04-01 | 04-07T09:00 04-07T10:00
          every: 36h, start: 2026-04-01                  | 2026-04-01 | 04-01T00:00 04-02T12:00 04-07T00:00
          """)
  void daysAreLeftOutOrMoved(String keys, String from, String expected) {
    var schedule = schedule(keys + ", calendar: england");
    var times = List.of(expected.split(" ", -1));

    assertThat(next(schedule, dateTime(from), times.size())).isEqualTo(times);
  }

  @Test
  void theBusinessDateCanBeTheWorkingDayBefore() {
    var schedule =
        schedule("cron: \"0 2 * * *\", calendar: england, businessDate: previous-working-day");
    var due = schedule.next(at(LocalDateTime.parse("2026-04-03T00:00"))).orElseThrow();

    assertThat(due).isEqualTo(at(LocalDateTime.parse("2026-04-07T02:00")));
    assertThat(schedule.businessDate(due)).isEqualTo("2026-04-02");
  }

  @ParameterizedTest
  @CsvSource({"skip", "next", "previous"})
  void aYearIsWorkedToItsEndAndTheNextIsNotGuessed(String rule) {
    var schedule = schedule("cron: \"0 8 * * *\", calendar: this-year, onNonWorkingDay: " + rule);
    var last = LocalDateTime.parse("2026-12-31T08:00");

    assertThat(schedule.next(at(last.minusDays(1)))).contains(at(last));
    assertThatThrownBy(() -> schedule.next(at(last)))
        .isInstanceOf(UnknownYear.class)
        .hasMessageContaining("calendar 'this-year' does not know the year 2027, only 2026");
  }

  @Test
  void aYearInWhichNothingIsDueNeedNotBeKnown() {
    var schedule = schedule("cron: \"0 8 * * *\", calendar: this-year, end: 2026-01-31");

    assertThat(schedule.next(at(LocalDateTime.parse("2027-03-01T00:00")))).isEmpty();
  }

  @Test
  void agreesWithMovingEveryDay() {
    var calendar = Projects.valid("p.yaml", CALENDARS).calendars().find("england").orElseThrow();
    var random = new Random(20261128);
    for (int count = 0; count < 400; count++) {
      var rule = rule(calendar, random);
      var cron = Cron.parse(cron(random));
      var from =
          LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)).atTime(random.nextInt(24), 30);
      var until = from.plusDays(20 + random.nextInt(40));

      assertThat(walk(new WorkingTimes(cron, rule), from, until))
          .as("%s with %s from %s", cron, rule, from)
          .isEqualTo(oracle(cron, rule, from, until));
    }
  }

  private static CalendarRule rule(WorkingDays calendar, Random random) {
    var all = List.of(OnNonWorkingDay.values());
    var what = all.get(random.nextInt(all.size()));
    var ofMonth = new TreeSet<Integer>();
    if (what == OnNonWorkingDay.SKIP && random.nextBoolean()) {
      ofMonth.add(1 + random.nextInt(5));
      ofMonth.add(-1 - random.nextInt(5));
    }
    int shift = what == OnNonWorkingDay.RUN || random.nextBoolean() ? 0 : random.nextInt(9) - 4;
    return new CalendarRule(calendar, what, ofMonth, shift);
  }

  private static String cron(Random random) {
    var weekdays = List.of("*", "mon", "fri", "sat,sun", "wed-sat");
    var hours = List.of("6", "6,18", "0", "23", "*/8");
    return "30 %s %s * %s"
        .formatted(
            hours.get(random.nextInt(hours.size())),
            random.nextBoolean() ? "*" : String.valueOf(1 + random.nextInt(31)),
            weekdays.get(random.nextInt(weekdays.size())));
  }

  private static List<LocalDateTime> walk(
      LocalTimes times, LocalDateTime from, LocalDateTime until) {
    var found = new ArrayList<LocalDateTime>();
    for (var next = times.first(from, until);
        next.isPresent();
        next = times.first(next.get().plusSeconds(1), until)) {
      found.add(next.get());
    }
    return found;
  }

  private static List<LocalDateTime> oracle(
      Cron cron, CalendarRule rule, LocalDateTime from, LocalDateTime until) {
    var all = new TreeSet<LocalDateTime>();
    for (var time : walk(cron, from.minusDays(60), until.plusDays(60))) {
      rule.moved(time.toLocalDate()).ifPresent(day -> all.add(day.atTime(time.toLocalTime())));
    }
    return List.copyOf(all.subSet(from, until));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          calendar: englund                                    | no calendar 'englund'
          shift: 1                                             | 'shift' needs a calendar
          workingDays: 1                                       | 'workingDays' needs a calendar
          onNonWorkingDay: next                                | 'onNonWorkingDay' needs a calendar
          businessDate: previous-working-day                   | previous-working-day needs a calendar
          calendar: england, onNonWorkingDay: run, shift: 1    | 'shift' does not go with onNonWorkingDay: run
          calendar: england, workingDays: 1, onNonWorkingDay: next | 'onNonWorkingDay' can only be skip
          calendar: england, workingDays: [0]                  | 'workingDays' has no day 0
          calendar: england, workingDays: [-24]                | no month of calendar 'england' has 24 working days
          calendar: england, workingDays: [32]                 | from -31 to 31
          calendar: england, onNonWorkingDay: later            | skip
          """)
  void whatMakesNoSenseIsRefused(String keys, String message) {
    assertThat(Projects.problems("p.yaml", CALENDARS + workflow("cron: \"0 8 * * *\", " + keys)))
        .contains(message);
  }

  @Test
  void whatPassesEvenlyCannotMove() {
    var text = workflow("every: 36h, calendar: england, onNonWorkingDay: next");

    assertThat(Projects.problems("p.yaml", CALENDARS + text))
        .contains("what is due every so often cannot move to another day");
  }

  private static String workflow(String keys) {
    return "{kind: workflow, name: w, schedules: [{name: s, %s}], tasks: {a: {run: [true]}}}"
        .formatted(keys);
  }

  private static Schedule schedule(String keys) {
    var project = Projects.valid("p.yaml", CALENDARS + workflow(keys));
    return project.workflows().find("w").orElseThrow().schedules().getFirst();
  }

  private static List<String> next(Schedule schedule, LocalDateTime from, int count) {
    var found = new ArrayList<String>();
    var after = at(from).minusSeconds(1);
    for (int each = 0; each < count; each++) {
      after = schedule.next(after).orElseThrow();
      found.add(LocalDateTime.ofInstant(after, ZoneOffset.UTC).toString().substring(5));
    }
    return found;
  }

  private static LocalDateTime dateTime(String text) {
    return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
  }

  private static Instant at(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
