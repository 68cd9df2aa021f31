package outturn.cli.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class AheadCommandTest {
  private static final String START =
      """
      {"what":"starts","workflow":"repairs","project":"housing","schedule":"nightly","timing":"0 2 * * *",
       "due":"2026-11-24T02:00:00Z","local":"2026-11-24T02:00:00+00:00","timezone":"Europe/London",
       "last":"2026-11-24T02:00:00Z","count":1,"everySeconds":null,"businessDate":"2026-11-23",
       "typical":{"medianSeconds":312.0,"ninthSeconds":421.5,"runs":50},
       "expectedEnd":"2026-11-24T02:05:12Z","notes":["moved from 2026-11-22 (not in the working week)"]}
      """;
  private static final String MANY =
      """
      {"what":"starts","workflow":"poll","project":"housing","schedule":"m","timing":"* * * * *",
       "due":"2026-11-24T00:00:00Z","local":"2026-11-24T00:00:00+00:00","timezone":"Europe/London",
       "last":"2026-11-24T23:59:00Z","count":1440,"everySeconds":60.0,"businessDate":"2026-11-24",
       "typical":null,"expectedEnd":null,"notes":[]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server).columns(200);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String skipped(int day) {
    return START
        .replace("\"starts\"", "\"skipped\"")
        .replace("2026-11-24T", "2026-11-%dT".formatted(day))
        .replace("\"2026-11-23\"", "null")
        .replaceAll("\"expectedEnd\":[^,]*", "\"expectedEnd\":null")
        .replaceAll("\"notes\":.*]", "\"notes\":[\"not in the working week\"]");
  }

  private void answers(String... items) {
    server.on(
        "GET /ahead",
        200,
        "{\"from\":\"2026-11-23T12:00:00Z\",\"to\":\"2026-11-24T12:00:00Z\",\"heldSince\":null,\"items\":[%s],\"next\":null}"
            .formatted(String.join(",", items)));
  }

  @Test
  void startsAreATableWithLocalTimesAndDurations() {
    answers(MANY, START, skipped(28), skipped(29));

    var result = shell.run("ahead");

    assertThat(result.out())
        .isEqualTo(
            """
            AT                           FOR         WORKFLOW  SCHEDULE         TYPICAL  9 IN 10  RUNS  ENDS      NOTE
            Tue 2026-11-24 00:00 +00:00  2026-11-24  poll      m         no history yet                           1440 starts until 23:59:00, about every 1m
            Tue 2026-11-24 02:00 +00:00  2026-11-23  repairs   nightly           5m 12s   7m 01s    50  02:05:12  moved from 2026-11-22 (not in the working week)
            Sat 2026-11-28 02:00 +00:00              repairs   nightly                                            does not start, nor 1 more until Sun 2026-11-29 02:00:00: not in the working week
            """);
    assertThat(server.calls())
        .containsExactly(
            "GET /ahead?from=2026-11-23T12%3A00%3A00Z&to=2026-11-24T12%3A00%3A00Z&limit=10000");
  }

  @Test
  void aDateAsTheEndIsTheLastDay() {
    answers();

    var result =
        shell.run("ahead", "repairs", "--from", "2026-12-21", "--to", "2026-12-31T06:00+01:00");

    assertThat(result.out()).startsWith("nothing starts from ");
    assertThat(server.last().call())
        .contains("from=2026-12-21T00%3A00%3A00Z&to=2026-12-31T05%3A00%3A00Z&workflow=repairs");
    shell.run("ahead", "--to", "2026-12-31");
    assertThat(server.last().call()).contains("to=2027-01-01T00%3A00%3A00Z");
    shell.run("ahead", "--days", "7");
    assertThat(server.last().call()).contains("to=2026-11-30T12%3A00%3A00Z");
  }

  @Test
  void allPagesAreOneList() {
    server
        .on(
            "GET /ahead",
            200,
            "{\"heldSince\":null,\"items\":[%s],\"next\":\"c\"}".formatted(START))
        .on("GET /ahead", 200, "{\"heldSince\":null,\"items\":[%s],\"next\":null}".formatted(MANY));

    var result = shell.run("ahead", "--json");

    assertThat(result.out())
        .contains("\"poll\"")
        .contains("\"repairs\"")
        .contains("\"next\" : null");
    assertThat(server.last().call()).endsWith("&limit=10000&after=c");
  }

  @Test
  void startsAreWrittenAsACalendarThatCanBeRead(@TempDir Path folder) throws IOException {
    answers(MANY, START, skipped(28));

    var result = shell.in(folder).run("ahead", "--ical", "starts.ics");

    assertThat(result.err()).isEqualTo("wrote starts.ics\n");
    var text = Files.readString(folder.resolve("starts.ics"));
    var events = Biweekly.parse(text).first().getEvents();
    assertThat(events).hasSize(2);
    var event = events.getLast();
    assertThat(event.getSummary().getValue()).isEqualTo("repairs");
    assertThat(date(event.getDateStart().getValue())).isEqualTo("2026-11-24T02:00:00Z");
    assertThat(date(event.getDateEnd().getValue())).isEqualTo("2026-11-24T02:05:12Z");
    assertThat(event.getDescription().getValue())
        .contains("typically 5m 12s, nine in ten within 7m 01s (50 runs)");
    assertThat(text).contains("DTSTART:20261124T020000Z\r\n").contains("UID:repairs.nightly.");
    assertThat(shell.run("ahead", "--ical", "-").out()).startsWith("BEGIN:VCALENDAR\r\n");
  }

  @SuppressWarnings("JavaUtilDate")
  private static Instant date(Date date) {
    return date.toInstant();
  }

  @Test
  void whatIfTellsTheDifferences() {
    server.on(
        "GET /ahead/what-if",
        200,
        """
        {"from":"2026-11-23T12:00:00Z","to":"2026-11-30T12:00:00Z",
         "differences":[{"change":"gone","line":%s,"why":"a supposed holiday"}],
         "shorter":[{"workflow":"repairs","without":["extract"],"typical":null,"savedSeconds":90.0}],
         "delays":[{"workflow":"load","schedule":"s","due":"2026-11-24T02:00:00Z","endsNow":"2026-11-24T02:10:00Z",
                    "endsThen":null,"waitsSeconds":0.0,"why":"it would never begin"}],
         "withoutHistory":["poll"],"leftOut":3}
        """
            .formatted(START));

    var result =
        shell.run(
            "ahead",
            "--days",
            "7",
            "--holiday",
            "2026-11-24@uk",
            "--without",
            "repairs/extract",
            "--pool",
            "db=1,press=2");

    assertThat(server.last().call())
        .endsWith("&holiday=2026-11-24%40uk&without=repairs%2Fextract&pool=db%3D1%2Cpress%3D2");
    assertThat(result.out())
        .contains(
            "gone   Tue 2026-11-24 02:00 +00:00  2026-11-23  repairs   nightly   a supposed holiday")
        .contains("repairs   extract  no history yet      1m 30s")
        .contains("2026-11-24T02:10:00Z  never");
    assertThat(result.err()).contains("3 more are left out").contains("without history yet: poll");
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThat(shell.run("ahead", "--days", "2", "--to", "2026-12-01").code()).isEqualTo(2);
    assertThat(shell.run("ahead", "--json", "--ical", "-").code()).isEqualTo(2);
    assertThat(shell.run("ahead", "--ical", "-", "--pool", "a=1").code()).isEqualTo(2);
    assertThat(shell.run("ahead", "--days", "0").err()).contains("a number from 1 to 1100");
    assertThat(shell.run("ahead", "--from", "Friday").err())
        .contains("--from is no time: 'Friday'");
    assertThat(server.calls()).isEmpty();
  }
}
