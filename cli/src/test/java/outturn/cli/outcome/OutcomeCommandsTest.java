package outturn.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;
import outturn.cli.terminal.Terminal.Ability;

class OutcomeCommandsTest {
  private static final String CHART =
      """
      ,"chart":{"periods":["2026-01-05","2026-01-12","2026-01-19","2026-01-26","2026-02-02","2026-02-09"],
        "values":[70,72,null,71,84,86],"raw":null,
        "phases":[{"from":"2026-01-05","mean":71,"lower":66,"upper":76},
                  {"from":"2026-02-02","mean":null,"lower":null,"upper":null}],
        "flags":[{"period":"2026-02-09","kind":"improvement","rule":"outside"}],
        "changes":[{"date":"2026-02-01","name":"go-live","title":"Forecast live"},
                   {"date":"2024-02-01","name":"old","title":"Before"}],
        "planned":null,"baseline":{"from":"2026-01-05","to":"2026-02-01"},"target":85}
      """;
  private static final String OUTCOME =
      """
      {"name":"one-visit","title":"Repairs in one visit","project":"housing","owner":"director","objective":"fewer-days",
       "statement":{"who":"tenants","what":"have a repair finished","soThat":"they lose fewer days"},
       "sentence":"First visits that fix rose from 71 %% to 86 %%.",
       "measures":[{"measure":"fix-rate","title":"Fixed at once","unit":"percent","better":"higher","cadence":"weekly",
         "baseline":{"from":"2026-01-05","to":"2026-02-01","n":3,"mean":71,"frozenAt":null,"hash":"h"},
         "target":{"value":85,"by":"2027-03-31","sustain":{"periods":8,"of":10}},
         "latest":{"period":"2026-02-09","value":86},"since":{"change":"go-live","date":"2026-02-01","n":2,"mean":85},
         "planned":77.5,"signals":["The last value lies above the limit."],"warnings":["Only 6 values."]%s}],
       "levers":[{"name":"forecast","element":"technology","owner":"it","date":"2026-02-01","moves":"fix-rate",
         "effect":{"worst":2,"likely":6,"best":9},"because":"pilot"}],"changes":[],"asOf":"2026-11-23"}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void outcomesAreATableAndSentences() {
    server.on(
        "GET /outcomes", 200, "{\"items\":[%s],\"next\":null}".formatted(OUTCOME.formatted("")));

    assertThat(shell.run("outcomes", "--as-of", "2026-11-01").out())
        .isEqualTo(
            """
            OUTCOME    MEASURE   BEFORE  LATEST  TARGET  BY          UNIT
            one-visit  fix-rate      71      86      85  2027-03-31  percent

            one-visit
              First visits that fix rose from 71 % to 86 %.
            """);
    assertThat(server.last().call())
        .isEqualTo("GET /outcomes?asOf=2026-11-02T00%3A00%3A00Z&limit=500");
  }

  @Test
  void anOutcomeIsWordsAndNumbers() {
    server.on("GET /outcomes/one-visit", 200, OUTCOME.formatted(""));

    assertThat(shell.run("outcome", "show", "one-visit").out())
        .isEqualTo(
            """
            Repairs in one visit
            First visits that fix rose from 71 % to 86 %.

              who        tenants
              what       have a repair finished
              so that    they lose fewer days
              objective  fewer-days
              owner      director
              project    housing
              as of      2026-11-23

            Fixed at once
              before   71 percent, mean of 3 periods from 2026-01-05 to 2026-02-01
              since    85 percent, mean of 2 periods since go-live (2026-02-01)
              latest   86 percent, period of 2026-02-09
              planned  77.5 percent
              target   85 percent by 2027-03-31, held in 8 of 10 periods
              * The last value lies above the limit.
              ! Only 6 values.

            What is meant to move it
              LEVER     ELEMENT     DATE        EFFECT      ON        OWNER  BECAUSE
              forecast  technology  2026-02-01  6 (2 to 9)  fix-rate  it     pilot
            """);
  }

  @Test
  void itsChartIsDrawnWhereThereIsRoom() {
    server.on("GET /outcomes/one-visit", 200, OUTCOME.formatted(CHART));

    var drawn = shell.without(Ability.SIGNS).columns(80).run("outcome", "show", "one-visit");

    assertThat(drawn.code()).isZero();
    assertThat(drawn.out())
        .contains("  Fixed at once, percent\n")
        .contains("Forecast live")
        .contains("= target 85")
        .contains("improvement")
        .contains("5 Jan 2026");
    assertThat(drawn.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
    assertThat(drawn.out()).matches("\\p{ASCII}+");
    assertThat(shell.columns(30).run("outcome", "show", "one-visit").out())
        .doesNotContain("Fixed at once, percent");
  }

  @Test
  void theChartIsSavedAsSvg(@TempDir Path folder) throws Exception {
    server
        .on("GET /outcomes/one-visit", 200, OUTCOME.formatted(""))
        .onText("GET /outcomes/one-visit/chart.svg", "image/svg+xml", "<svg/>");

    var result =
        shell
            .in(folder)
            .run(
                "outcome",
                "show",
                "one-visit",
                "--json",
                "--svg",
                "a.svg",
                "--as-of",
                "2026-11-01");

    assertThat(folder.resolve("a.svg")).hasContent("<svg/>");
    assertThat(result.out()).contains("\"sentence\" : \"First visits");
    assertThat(server.last().call())
        .isEqualTo(
            "GET /outcomes/one-visit/chart.svg?standalone=true&asOf=2026-11-02T00%3A00%3A00Z");
  }

  @Test
  void anOutcomeCanBeSeenAsItWasKnownAtATime() {
    server.on("GET /outcomes/one-visit", 200, OUTCOME.formatted(""));

    shell.run("outcome", "show", "one-visit", "--as-of", "2026-11-01T12:30:00Z");

    assertThat(server.last().call())
        .isEqualTo("GET /outcomes/one-visit?asOf=2026-11-01T12%3A30%3A00Z");
    assertThat(shell.run("outcome", "show", "one-visit", "--as-of", "monday").err())
        .contains("'monday' is not a date or time");
  }

  @Test
  void aCheckTellsWhatIsMissingAndWhatToDo() {
    server.on(
        "GET /outcomes/one-visit/check",
        200,
        """
        {"name":"one-visit","title":"Repairs in one visit","statement":"Tenants wait less.",
         "sentence":"Step describe is open: No aim.","step":"describe","hash":"h","agreements":[],
         "steps":[{"step":"describe","passed":false,"checks":[
           {"id":"OUT-1","verdict":"pass","text":"It is an outcome.","todo":"","about":{"kind":"outcome","name":"one-visit"}},
           {"id":"OBJ-1","verdict":"fail","text":"No aim.","todo":"Say it.","about":{"kind":"outcome","name":"one-visit"}}]},
          {"step":"quantify","passed":true,"checks":[]}]}
        """);

    assertThat(shell.run("outcome", "check", "one-visit").out())
        .isEqualTo(
            """
            Repairs in one visit
            Tenants wait less.
            Step describe is open: No aim.

            describe: not passed (2 checks, 1 failed, 0 warnings)
              OBJ-1 fail: No aim.
                Say it.

            quantify: passed (0 checks, 0 failed, 0 warnings)
            """);
    assertThat(shell.run("outcome", "check", "one-visit", "--all").out())
        .contains("  OUT-1 pass: It is an outcome.\n");
  }

  @Test
  void whoAgreesIsTold() {
    server.on(
        "POST /outcomes/one-visit/agree",
        200,
        "{\"version\":2,\"who\":\"ada\",\"at\":\"2026-11-01T00:00:00Z\",\"hash\":\"h\",\"comment\":\"yes\",\"stands\":true}");

    var said = shell.run("outcome", "agree", "one-visit", "--comment", "yes", "--hash", "h");

    assertThat(said.out()).isEqualTo("ada agreed to outcome one-visit (agreement 2)\n");
    assertThat(server.last().body()).contains("\"comment\":\"yes\"", "\"hash\":\"h\"");
  }

  @Test
  void theGaugeIsALineForEachFinding() {
    server.on(
        "GET /gauge",
        200,
        """
        {"outputs":[],"measures":[],"lines":[
          {"kind":"share","verdict":"warn","text":"Nothing is measured yet.","names":[]},
          {"kind":"agreed","verdict":"pass","text":"All agreed.","names":[]}]}
        """);

    assertThat(shell.run("gauge").out()).isEqualTo("! Nothing is measured yet.\n* All agreed.\n");
  }
}
