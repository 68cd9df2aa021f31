package outturn.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class ServiceCommandsTest {
  private static final String AT_RISK =
      """
      {"asOf":"2026-03-02T07:10:00Z","sentence":"1 promise of a service is at risk, and late already.","promises":1,"expected":{"GBP":167},
       "items":[{"text":"Visit lists: promised for 06:30 and not done.","standing":"late",
        "work":{"project":"housing","workflow":"repairs-daily","run":"0cpbb3chge000","businessDate":"2026-03-02","deadline":"lists-out"},
        "about":{"service":"repairs","serviceTitle":"Repairs","output":"visit-lists","promise":"Lists are out","outcome":"one-visit","outcomeTitle":"One visit"}}]}
      """;

  private static final String LEVEL =
      """
      {"name":"visit-lists","promise":"Lists are out by half past six","sentence":"Kept 19 of 20 times.","judgement":"kept",
       "terms":{"deadline":{"workflow":"repairs-daily","name":"lists-out"},"measure":null,"target":90,"window":"30d","from":"2026-02-01","to":"2026-03-02","serves":["one-visit"]},
       "counted":{"met":19,"breached":1,"notYet":0,"notDue":0,"due":20,"share":{"value":0.95,"low":0.76,"high":0.99}},
       "budget":{"allowed":2,"used":1,"left":1,"burn":0.5}}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsAtRiskIsToldInWordsWithTheRunToLookAt() {
    server.on("GET /at-risk", 200, AT_RISK);

    assertThat(shell.run("at-risk").out())
        .isEqualTo(
            """
            1 promise of a service is at risk, and late already.

            repairs: repairs-daily/lists-out for 2026-03-02
              Visit lists: promised for 06:30 and not done.
              outturn why 0cpbb3chge000
            """);
    assertThat(shell.run("at-risk", "--json").out()).contains("\"promises\"");
  }

  @Test
  void nothingEndangersAnOutcomeOfWhichNothingIsLate() {
    server.on("GET /at-risk", 200, "{\"sentence\":\"1 promise\",\"items\":[]}");

    assertThat(shell.run("at-risk", "--outcome", "one-visit").out())
        .isEqualTo("Nothing that is late or in doubt endangers one-visit.\n");
  }

  @Test
  void levelsAreALineForEachOutput() {
    server.on(
        "GET /services",
        200,
        "{\"sentence\":\"All is kept.\",\"services\":[{\"name\":\"repairs\",\"outputs\":[%s]}]}"
            .formatted(LEVEL));

    assertThat(shell.run("service", "levels").out().lines())
        .containsSequence("All is kept.", "")
        .anySatisfy(line ->
            assertThat(line.split(" {2,}", -1))
                .containsExactly(
                    "repairs",
                    "visit-lists",
                    "19 of 20, 95.0 %",
                    "90.0 %",
                    "1.0",
                    "0.5",
                    "30d",
                    "kept"));
  }

  @Test
  void oneServiceIsToldDateByDate() {
    server.on(
        "GET /services/repairs/levels",
        200,
        """
        {"name":"repairs","title":"Repairs","outputs":[{"level":%s,
         "occasions":[{"date":"2026-03-01","standing":"breached","due":"2026-03-01T06:30:00Z","end":"2026-03-01T07:10:00Z","value":40}],
         "lateness":{"warnings":["Limits are rough."]}}]}
        """
            .formatted(LEVEL));

    assertThat(shell.run("service", "levels", "repairs").out())
        .contains(
            "Lists are out by half past six",
            "  Kept 19 of 20 times.",
            "2026-03-01  breached",
            "40.0",
            "  ! Limits are rough.");
  }
}
