package outturn.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.Shell;

class ScheduleNextCommandTest {
  private static final String CALENDARS =
      """
      {kind: calendar, name: england, holidays: {country: GB, region: ENG}}
      ---
      {kind: calendar, name: ours, file: closed.ics, years: {from: 2026, to: 2026}}
      """;

  @TempDir Path folder;

  @Test
  void timesAreLocalWithTheirOffsets() {
    assertThat(
            out(
                "--cron",
                "30 1 * * *",
                "--timezone",
                "Europe/London",
                "--from",
                "2026-03-28T12:00",
                "--count",
                "2"))
        .isEqualTo(
            """
            AT                         DAY
            2026-03-29T02:00:00+01:00  Sunday
            2026-03-30T01:30:00+01:00  Monday
            """);
  }

  @Test
  void clockChangesFollowTheRuleThatIsGiven() {
    assertThat(
            compact(
                "--cron",
                "30 1 * * *",
                "--timezone",
                "Europe/London",
                "--from",
                "2026-10-25",
                "--count",
                "2",
                "--dst",
                "gap=skip,overlap=both",
                "--json"))
        .isEqualTo(
            "[{\"at\":\"2026-10-25T01:30:00+01:00\"},{\"at\":\"2026-10-25T01:30:00+00:00\"}]");
  }

  @Test
  void theStartCountsAndIsNowByDefault() {
    assertThat(compact("--cron", "0 12 * * *", "--count", "1", "--json"))
        .isEqualTo("[{\"at\":\"2026-11-23T12:00:00+00:00\"}]");
    assertThat(
            compact(
                "--cron",
                "0 12 * * *",
                "--from",
                "2026-11-23T14:00:00+02:00",
                "--count=1",
                "--json"))
        .isEqualTo("[{\"at\":\"2026-11-23T12:00:00+00:00\"}]");
  }

  @Test
  void theOtherTimingsWorkToo() {
    assertThat(compact("--rrule", "FREQ=MONTHLY;BYDAY=3FR", "--count=1", "--json"))
        .contains("2026-12-18T00:00:00");
    assertThat(compact("--every", "90m", "--start", "2026-11-24", "--count=2", "--json"))
        .contains("2026-11-24T00:00:00", "2026-11-24T01:30:00");
    assertThat(compact("--at", "2026-12-24T18:00,2026-12-31T18:00:30", "--count=2", "--json"))
        .contains("2026-12-24T18:00:00", "2026-12-31T18:00:30");
  }

  @Test
  void aCalendarLeavesOutAndMovesDays() throws IOException {
    calendars();

    assertThat(
            compact(
                "--cron",
                "0 8 25 * *",
                "--calendar",
                "calendars.yaml#england",
                "--on-non-working-day",
                "next",
                "--from",
                "2026-12-01",
                "--count=1",
                "--json"))
        .isEqualTo("[{\"at\":\"2026-12-29T08:00:00+00:00\"}]");
    assertThat(
            compact(
                "--cron",
                "0 8 * * *",
                "--calendar",
                "calendars.yaml#ours",
                "--working-days=-1",
                "--shift=-1",
                "--from",
                "2026-11-01",
                "--count=1",
                "--json"))
        .isEqualTo("[{\"at\":\"2026-11-26T08:00:00+00:00\"}]");
  }

  @Test
  void aYearThatTheCalendarDoesNotKnowEndsTheListAndIsTold() throws IOException {
    calendars();
    var result =
        run("--cron", "0 8 31 12 *", "--calendar", "calendars.yaml#ours", "--count=2", "--json");

    assertThat(result.out()).contains("2026-12-31T08:00:00+00:00");
    assertThat(result.err()).contains("calendar 'ours' does not know the year 2027");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    calendars();

    assertThat(run("--cron", "61 * * * *").err()).contains("cron expression \"61 * * * *\"");
    assertThat(run().err()).contains("one of the keys 'cron', 'rrule', 'every' and 'at'");
    assertThat(run("--cron", "@daily", "--calendar", "absent.yaml").err())
        .contains("cannot read the calendar file absent.yaml");
    assertThat(run("--cron", "@daily", "--calendar", "calendars.yaml").err())
        .contains("calendars.yaml holds 2 calendars; expected one")
        .contains("say which of england, ours");
    assertThat(run("--cron", "@daily", "--calendar", "calendars.yaml#englund").err())
        .contains("no calendar 'englund'");
    Files.writeString(folder.resolve("bad.yaml"), "kind: calendar\nname: x\nwek: [mon]\n");
    assertThat(run("--cron", "@daily", "--calendar", "bad.yaml").err())
        .contains("bad.yaml:3:1: a calendar has no key 'wek' (did you mean 'week'?)");
    assertThat(run("--cron", "@daily", "--from", "soon").code()).isEqualTo(2);
    assertThat(run("--cron", "@daily", "--count", "0").err()).contains("from 1 to 10000");
    assertThat(run("--cron", "@daily", "--timezone", "Europe/Londn").err())
        .contains("Europe/London");
  }

  @Test
  void theEndOfAScheduleIsRemarked() {
    var result = run("--cron", "@daily", "--end", "2026-11-24", "--count=5");

    assertThat(result.code()).isZero();
    assertThat(result.out().lines()).hasSize(2);
    assertThat(result.err()).contains("it is not due any more after that");
  }

  private void calendars() throws IOException {
    Files.writeString(folder.resolve("calendars.yaml"), CALENDARS);
    Files.writeString(
        folder.resolve("closed.ics"),
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:test
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261127
        SUMMARY:Closed
        END:VEVENT
        END:VCALENDAR
        """);
  }

  private Shell.Result run(String... options) {
    var words = new String[options.length + 2];
    words[0] = "schedule";
    words[1] = "next";
    System.arraycopy(options, 0, words, 2, options.length);
    return new Shell().in(folder).run(words);
  }

  private String out(String... options) {
    var result = run(options);
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private String compact(String... options) {
    return out(options).replaceAll("\\s", "");
  }
}
