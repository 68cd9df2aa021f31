package outturn.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class RunViewsTest {
  private static final String RUNS =
      """
      {"items":[
        {"id":"01k9x3m2r7q8b","workflow":"repairs-daily","state":"running","businessDate":"2026-11-23",
         "started":"2026-11-23T11:58:48Z","ended":null,"startedBy":{"user":"mary"}},
        {"id":"01k9x3m2r7q8a","workflow":"tell-region","state":"failed","businessDate":"2026-11-21",
         "started":"2026-11-22T02:00:05Z","ended":"2026-11-22T05:04:05Z",
         "startedBy":{"parent":{"run":"01k9x3m2r7q80","task":"tell","item":2}}}],
       "next":"c9"}
      """;

  private static final String RUN =
      """
      {"id":"01k9x3m2r7q8a","workflow":"repairs-daily","project":"housing","version":12,"state":"failed",
       "businessDate":"2026-11-22","created":"2026-11-23T02:00:00Z","started":"2026-11-23T02:00:05Z",
       "ended":"2026-11-23T02:01:17Z","due":"2026-11-23T02:00:00Z","startedBy":{"schedule":"nightly"},
       "cancelledBy":null,"note":null,"inputs":{"regions":["north"],"limit":3},"children":["01k9x3m2r7q8c"],
       "tasks":[
        {"name":"extract","state":"succeeded","needs":[],"attempts":[
          {"attempt":1,"state":"succeeded","started":"2026-11-23T02:00:05Z","ended":"2026-11-23T02:00:17Z"}]},
        {"name":"tell","state":"failed","needs":["extract"],"items":{"total":3,"ended":3,"failed":2,"running":0},
         "attempts":[
          {"item":0,"attempt":1,"state":"failed","exitCode":0,"failure":{"kind":"outputs","message":"no output 'n'"}},
          {"item":1,"attempt":1,"state":"succeeded"},
          {"item":2,"attempt":1,"state":"failed","exitCode":7,"failure":{"kind":"exit","message":"stopped"}}]},
        {"name":"report","state":"skipped","needs":["tell"],"reason":{"kind":"dependency","text":"tell failed"},
         "attempts":[]}]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void runsAreATableWithAWayToGoOn() {
    server.on("GET /runs", 200, RUNS);

    var result = shell.run("runs");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            RUN            STATE      WORKFLOW       FOR         STARTED        TOOK  BY
            01k9x3m2r7q8b  ▶ running  repairs-daily  2026-11-23  11:58:48     1m 12s  mary
            01k9x3m2r7q8a  ✗ failed   tell-region    2026-11-21  11-22 02:00  3h 04m  run 01k9x3m2r7q80, task tell[2]
            """);
    assertThat(result.err()).contains("--after c9");
  }

  @Test
  void everyFilterOfRunsIsSent() {
    server.on("GET /runs", 200, "{\"items\":[],\"next\":null}");

    var result =
        shell.run(
            "runs",
            "--workflow",
            "a b",
            "--state",
            "running,failed",
            "--date",
            "2026-11-23",
            "--limit",
            "5",
            "--after",
            "c/1");

    assertThat(result.out()).isEqualTo("no runs\n");
    assertThat(server.calls())
        .containsExactly(
            "GET /runs?workflow=a%20b&state=running%2Cfailed&businessDate=2026-11-23&after=c%2F1&limit=5");
  }

  @Test
  void runsAsJsonAreTheServersOwn() {
    server.on("GET /runs", 200, RUNS);

    var result = shell.run("runs", "--json");

    assertThat(result.out()).contains("\"next\" : \"c9\"").contains("\"user\" : \"mary\"");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void onANarrowTerminalEachRunIsABlock() {
    server.on("GET /runs", 200, RUNS);

    var result = shell.columns(40).run("runs");

    assertThat(result.out())
        .startsWith("01k9x3m2r7q8b\n  state: ▶ running\n  workflow: repairs-daily\n");
  }

  @Test
  void everyLineFitsATerminalOfEightyColumns() {
    server.on("GET /runs", 200, RUNS);

    assertThat(shell.columns(80).run("runs").out().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void aRunIsShownWithItsTasksAndFailures() {
    server.on("GET /runs/01k9x3m2r7q8a", 200, RUN);

    var result = shell.run("show", "01k9x3m2r7q8a");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            ✗ failed after 1m 12s: run 01k9x3m2r7q8a of repairs-daily
              project        housing, version 12
              business date  2026-11-22
              due            02:00:00
              created        02:00:00
              started        02:00:05
              ended          02:01:17
              started by     schedule nightly
              inputs         regions = ["north"], limit = 3
              children       01k9x3m2r7q8c

              TASK     STATE        ITEMS             ATTEMPTS  TOOK  WHY
              extract  ✓ succeeded                           1   12s
              tell     ✗ failed     3 of 3, 2 failed         3
              report   – skipped                                      tell failed

              tell[2] failed: stopped (exit code 7)
              and 1 other item
              outturn logs 01k9x3m2r7q8a tell
            """);
  }

  @Test
  void anUnknownRunIsARefusal() {
    server.refuses("GET /runs/nope", 404, "not-found", "there is no run nope", "");

    var result = shell.run("show", "nope");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("outturn: there is no run nope\n");
  }

  @Test
  void whyTellsTheSentenceAndEachReason() {
    server.on(
        "GET /runs/01k9x3m2r7q8a/why",
        200,
        """
        {"run":"01k9x3m2r7q8a","state":"running","sentence":"load[1] waits for pool housing-db (and 1 more).",
         "reasons":[{"task":"load","item":1,"kind":"pool","text":"load[1] waits for pool housing-db",
           "holders":[{"run":"01k9x3m2r7q80","workflow":"nightly","amount":2}]},
          {"task":"tell","kind":"dependency","text":"tell waits for load, which is running"}]}
        """);

    var result = shell.run("why", "01k9x3m2r7q8a", "load");

    assertThat(server.calls()).containsExactly("GET /runs/01k9x3m2r7q8a/why?task=load");
    assertThat(result.out())
        .isEqualTo(
            """
            ▶ load[1] waits for pool housing-db (and 1 more).
              load[1] waits for pool housing-db
              tell waits for load, which is running
            """);
  }

  @Test
  void cancellingSendsTheReason() {
    server.on(
        "POST /runs/01k9x3m2r7q8a/operate",
        200,
        "{\"run\":\"01k9x3m2r7q8a\",\"task\":null,\"verb\":\"cancel\",\"result\":\"done\","
            + "\"before\":\"running\",\"after\":\"running, being cancelled\"}");

    var result = shell.run("cancel", "01k9x3m2r7q8a", "--reason", "wrong file");

    assertThat(result.out()).isEqualTo("run 01k9x3m2r7q8a: running -> running, being cancelled\n");
    assertThat(server.last().body()).isEqualTo("{\"verb\":\"cancel\",\"reason\":\"wrong file\"}");
  }

  @Test
  void anEndedRunCannotBeCancelled() {
    server.refuses("POST /runs/x/operate", 409, "already-ended", "run x has succeeded", "");

    var result = shell.run("cancel", "x", "--json");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("\"code\":\"already-ended\"");
    assertThat(result.err()).contains("run x has succeeded");
  }
}
