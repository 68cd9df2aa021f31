package outturn.cli.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class ForecastCommandTest {
  private static final String ABOUT =
      """
      {"run":"01k9","project":"close","workflow":"nightly","businessDate":"2026-11-30",
       "due":"2026-11-30T22:00:00Z","timezone":"Europe/Berlin"}
      """;

  private static final String LINE =
      """
      {"about":%s,"deadline":"figures-out","task":"load","by":"2026-12-01T05:30:00Z",
       "state":"open","chance":0.124,"finish":{"p10":"2026-12-01T05:40:00Z",
       "p50":"2026-12-01T06:10:00Z","p90":null},"enoughHistory":true,
       "knowledge":"history of 40 runs","cause":"load waits for pool ledger"}
      """
          .formatted(ABOUT);

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void deadlinesAreALineEachOnTheClockOfTheirZone() {
    server.on("GET /forecasts", 200, "{\"items\":[%s],\"leftOut\":2}".formatted(LINE));

    var result = shell.run("forecast", "--below", "80");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("2026-12-01 06:30")
        .contains("12 %")
        .contains("2026-12-01 07:10")
        .contains("never")
        .contains("load waits for pool ledger");
    assertThat(result.err()).contains("2 more");
    assertThat(server.last().call()).isEqualTo("GET /forecasts?below=80");
  }

  @Test
  void whatIsAGuessIsNotTold() {
    var guess = LINE.replace("\"enoughHistory\":true", "\"enoughHistory\":false");
    server.on("GET /forecasts", 200, "{\"items\":[%s],\"leftOut\":0}".formatted(guess));

    var out = shell.run("forecast").out();

    assertThat(out).contains("unknown").contains("history of 40 runs");
    assertThat(out).doesNotContain("12 %").doesNotContain("never");
  }

  @Test
  void nothingPromisedIsSaidWithWhatToWrite() {
    server.on("GET /forecasts", 200, "{\"items\":[],\"leftOut\":0}");

    assertThat(shell.run("forecast").out()).contains("deadlines:");
    assertThat(shell.run("forecast", "--below", "80").out())
        .isEqualTo("no deadline has a chance below 80 %\n");
    assertThat(shell.run("forecast", "--workflow", "nightly").out())
        .startsWith("no deadline of workflow nightly is foreseen: ");
    assertThat(shell.run("forecast", "--workflow", "nightly", "--below", "80").out())
        .isEqualTo("no deadline of workflow nightly has a chance below 80 %\n");
  }

  @Test
  void whyNothingIsForeseenOfARunIsSaid() {
    assertThat(absent("not-yet")).contains("yet; a forecast comes within a minute");
    assertThat(absent("over")).contains("it is over");
    assertThat(absent("no-deadlines")).contains("its workflow has no deadlines");
    assertThat(absent("held")).contains("`outturn resume`");
  }

  private String absent(String why) {
    server.on(
        "GET /runs/%s/forecast".formatted(why),
        200,
        "{\"now\":null,\"absent\":\"%s\",\"history\":[],\"warnings\":[]}".formatted(why));
    return shell.run("forecast", why).out();
  }

  @Test
  void ofARunItsTasksAreToldTheLikeliestOnThePathFirst() {
    server.on(
        "GET /runs/01k9/forecast",
        200,
        """
        {"now":{"at":"2026-11-30T23:00:00Z","success":0.9,"finish":{},
          "deadlines":[{"line":%s,"path":[],"chain":[]}],
          "tasks":[{"task":"tell","critical":0.1,"slackSeconds":1260,"finish":{"p50":null}},
                   {"task":"load","critical":1.0,"slackSeconds":0,"finish":{"p50":"2026-12-01T06:10:00Z"}}]},
         "history":[],
         "warnings":[{"occasion":"predicted","subject":"figures-out","at":"2026-11-30T23:00:00Z","text":"it is 12 %%"}]}
        """
            .formatted(LINE));

    var out = shell.run("forecast", "01k9").out();

    assertThat(out).contains("figures-out by 2026-12-01 06:30: 12 %").contains("21 min");
    assertThat(out.indexOf("load ")).isLessThan(out.indexOf("tell "));
    assertThat(out).contains("predicted figures-out: it is 12 %");
  }

  @Test
  void aSuppositionTellsWhatWouldChange() {
    server.on(
        "GET /forecasts/what-if",
        200,
        """
        {"items":[{"about":%s,"deadline":"figures-out","by":"2026-12-01T05:30:00Z",
          "change":"changed","now":{"chance":0.9,"finish":"2026-12-01T05:00:00Z","enoughHistory":true},
          "then":{"chance":0.2,"finish":null,"enoughHistory":true},"why":"load waits for pool ledger"}],"same":4}
        """
            .formatted(ABOUT));

    var result = shell.run("forecast", "--longer", "nightly/load=30m,nightly/tell=x2");

    assertThat(result.out()).contains("90 %").contains("20 %").contains("never");
    assertThat(result.out()).contains("load waits for pool ledger");
    assertThat(result.err()).contains("4 deadlines would not change");
    assertThat(server.last().call()).contains("longer=nightly");
  }

  @Test
  void aHolidayTellsWhichRunsWouldNotStartAndWhichOnlyThen() {
    server.on(
        "GET /forecasts/what-if",
        200,
        """
        {"items":[{"about":%1$s,"deadline":"figures-out","by":"2026-12-01T05:30:00Z","change":"gone",
          "now":{"chance":0.9,"finish":"2026-12-01T05:00:00Z","enoughHistory":true},"then":null,"why":"it would not start"},
         {"about":%1$s,"deadline":"all-done","by":"2026-12-01T06:30:00Z","change":"added",
          "now":null,"then":{"chance":0.7,"finish":"2026-12-01T06:00:00Z","enoughHistory":false},"why":"it would start then"}],
         "same":0}
        """
            .formatted(ABOUT));

    var result = shell.run("forecast", "--holiday", "2026-12-01@office,2026-12-02");

    var lines = result.out().lines().toList();
    assertThat(lines.get(1)).containsSubsequence("90 %", "not started", "06:00");
    assertThat(lines.get(2)).containsSubsequence("not started", "unknown").doesNotContain("70 %");
    assertThat(lines)
        .contains("nightly due at 2026-11-30 23:00: it would not start")
        .contains("nightly due at 2026-11-30 23:00: it would start then");
    assertThat(server.last().call())
        .isEqualTo("GET /forecasts/what-if?holiday=2026-12-01%40office%2C2026-12-02");
    assertThat(shell.run("forecast", "01k9", "--holiday", "2026-12-01").code()).isEqualTo(2);
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThat(shell.run("forecast", "01k9", "--below", "80").code()).isEqualTo(2);
    var supposed = shell.run("forecast", "--below", "80", "--without", "nightly");
    assertThat(supposed.code()).isEqualTo(2);
    assertThat(supposed.err())
        .contains("leave out --workflow and --below: what is supposed tells of all deadlines that");
  }

  @Test
  void aPostMortemIsASumWithItsParts() {
    server.on(
        "GET /runs/01k9/post-mortem",
        200,
        """
        {"timezone":"Europe/Berlin","items":[{"deadline":"figures-out","task":"load","by":"2026-12-01T05:30:00Z",
          "state":"missed","ended":"2026-12-01T05:42:00Z","lateMinutes":12,
          "parts":[{"kind":"wait","task":"load","minutes":14,"text":"load waited 14 min"},
                   {"kind":"work","task":"load","minutes":0,"text":"load took 3 s, as usual"},
                   {"kind":"margin","task":"","minutes":-2,"text":"the usual course leaves 2 min"}],
          "predicted":[{"deadline":"figures-out","made":"2026-12-01T04:30:00Z","chance":0.3,
            "finish":{"p50":"2026-12-01T05:40:00Z"},"cause":""},
           {"deadline":"figures-out","made":"2026-12-01T05:40:00Z","chance":0,
            "finish":{"p50":"2026-12-01T05:42:00Z"},"cause":""}]}]}
        """);

    var out = shell.run("post-mortem", "01k9").out();

    assertThat(out).contains("12 min late").contains("+14").contains("-2").contains("+12");
    assertThat(out).contains("by 2026-12-01 06:30: missed; ended at 2026-12-01 06:42, 12 min late");
    assertThat(out).contains("+0  1 part as usual").doesNotContain("3 s");
    assertThat(out).contains("predicted 60 min before the deadline: 30 %");
    assertThat(out).contains("predicted 10 min after the deadline: 0 %");
  }

  private String postMortem(String state, String ended, String late, String parts) {
    var run = "run%d".formatted(server.calls().size());
    server.on(
        "GET /runs/%s/post-mortem".formatted(run),
        200,
        """
        {"timezone":"Europe/Berlin","items":[{"deadline":"figures-out","task":null,
          "by":"2026-12-01T05:30:00Z","state":"%s","ended":%s,"lateMinutes":%s,"parts":[%s],
          "predicted":[]}]}
        """
            .formatted(state, ended, late, parts));
    return shell.run("post-mortem", run).out();
  }

  @Test
  void whatBecameOfAPromiseComesFirst() {
    var part =
        """
        {"kind":"work","task":"load","minutes":-50,"text":"load took 10 min"}
        """;
    var early = "\"2026-12-01T04:40:00Z\"";

    assertThat(postMortem("kept", early, "-50", part))
        .contains("06:30: kept; ended at 2026-12-01 05:40, 50 min before\n");
    assertThat(postMortem("failed", early, "-50", part))
        .contains("06:30: failed at 2026-12-01 05:40, 50 min before the deadline\n", "in all");
    assertThat(postMortem("cancelled", early, "-50", part))
        .contains("cancelled; what was done of it ended at 2026-12-01 05:40, 50 min before the");
    assertThat(postMortem("cancelled", early, "null", ""))
        .contains("cancelled at 2026-12-01 05:40, 50 min before the deadline: it had not begun\n")
        .doesNotContain("in all");
    assertThat(postMortem("cancelled", "null", "null", "")).contains("cancelled before it began");
    assertThat(postMortem("skipped", early, "null", ""))
        .contains("06:30: skipped at 2026-12-01 05:40, 50 min before the deadline\n");
    assertThat(postMortem("open", "null", "null", "")).contains("06:30: not over\n");
  }

  @Test
  void whatIsLateByLessThanAMinuteIsLate() {
    var part =
        """
        {"kind":"work","task":"load","minutes":0,"text":"load took 10 min"}
        """;

    assertThat(postMortem("missed", "\"2026-12-01T05:30:20Z\"", "0", part))
        .contains("missed; ended at 2026-12-01 06:30, 20 s late\n");
    assertThat(postMortem("kept", "\"2026-12-01T05:29:59.500Z\"", "0", part))
        .contains("kept; ended at 2026-12-01 06:29, 1 s before\n");
    assertThat(postMortem("missed", "\"2026-12-01T05:31:29Z\"", "1", part))
        .contains("missed; ended at 2026-12-01 06:31, 1 min late\n");
  }
}
