package outturn.cli.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class PortfolioCommandsTest {
  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thePortfolioIsASentenceATableAndWhatIsOverdue() {
    server.on(
        "GET /portfolio",
        200,
        """
        {"sentence":"1 outcome.","asOf":"2026-07-01T00:00:00Z","behind":0,"items":[
         {"name":"one-visit","title":"t","project":"p","owner":"o","sentence":"s","step":"confirm","standing":"s","measure":"m",
          "latest":{"period":"2026-06-01","value":9,"text":"9 days"},"target":{"value":5,"by":"2027-03-31","text":"5 days"},"reached":null,
          "trend":{"letter":"H","kind":"concern"},"chance":{"value":0.78,"words":"likely (78 %)"},"worth":null,
          "evidence":{"review":"2026-06-30","confidence":"moderate","level":2,"badge":"exploratory","signed":["owner"],"words":"moderate confidence (level 2 of 5), exploratory, signed by owner only"},
          "nextReview":"2026-09-30","overdue":["a shift is not explained"],"asOf":"2026-07-01T00:00:00Z"}]}
        """);

    assertThat(shell.run("portfolio").out())
        .isEqualTo(
            """
            1 outcome.

            OUTCOME    STEP     LATEST  TREND  TARGET                CHANCE         EVIDENCE                 SIGNED  NEXT REVIEW
            one-visit  confirm  9 days  H      5 days by 2027-03-31  likely (78 %)  moderate 2, exploratory  owner   2026-09-30

            one-visit
              ! a shift is not explained
            """);
  }

  @Test
  void outcomesStandUnderTheObjectiveThatTheyServe() {
    var line =
        """
        {"name":"%s","step":"confirm","latest":null,"target":null,"reached":null,"trend":null,"chance":null,
         "evidence":null,"nextReview":null,"overdue":[],"objectiveTitle":%s}
        """;
    server.on(
        "GET /portfolio",
        200,
        "{\"sentence\":\"3 outcomes.\",\"behind\":0,\"items\":[%s,%s,%s]}"
            .formatted(
                line.formatted("alone", "null"),
                line.formatted("one-visit", "\"Fewer lost days\""),
                line.formatted("calm", "\"Calm work\"")));

    assertThat(shell.run("portfolio").out().lines())
        .filteredOn(each -> !each.startsWith("OUTCOME"))
        .map(each -> each.split(" confirm", 2)[0].strip())
        .containsExactly(
            "3 outcomes.",
            "",
            "Calm work",
            "calm",
            "",
            "Fewer lost days",
            "one-visit",
            "",
            "No objective",
            "alone");
  }

  @Test
  void aReviewIsRecorded() {
    server.on(
        "POST /outcomes/one-visit/reviews",
        200,
        "{\"version\":2,\"on\":\"2026-06-30\",\"decision\":\"adjust\",\"note\":\"late\",\"actions\":[\"train\"],\"by\":\"ada\",\"at\":\"2026-06-30T08:00:00Z\"}");

    assertThat(
            shell
                .run(
                    "review",
                    "one-visit",
                    "--decision",
                    "adjust",
                    "--note",
                    "late",
                    "--action",
                    "train")
                .out())
        .isEqualTo("review 2 of one-visit on 2026-06-30: adjust\n");
    assertThat(server.last().body())
        .isEqualTo("{\"decision\":\"adjust\",\"note\":\"late\",\"actions\":[\"train\"]}");
    assertThat(shell.run("review", "one-visit", "--decision", "stop").err())
        .contains("give --note");
    assertThat(shell.run("review", "one-visit", "--note", "x").err())
        .contains("give --decision continue, adjust or stop");
  }

  @Test
  void reviewsAreListed() {
    server.on(
        "GET /outcomes/one-visit/reviews",
        200,
        "{\"dates\":[\"2026-03-31\",\"2026-09-30\"],\"next\":\"2026-09-30\",\"overdue\":[\"2026-03-31\"],\"items\":[]}");

    assertThat(shell.run("review", "one-visit").out())
        .isEqualTo("next     2026-09-30\noverdue  2026-03-31\n");
  }

  @Test
  void theReportIsPrinted() {
    server.onText("GET /report", "text/markdown", "# Outcomes\n\nThere is no outcome yet.\n");

    assertThat(shell.run("report").out()).isEqualTo("# Outcomes\n\nThere is no outcome yet.\n");
  }
}
