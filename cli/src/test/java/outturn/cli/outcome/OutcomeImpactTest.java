package outturn.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class OutcomeImpactTest {
  private static final String IMPACT =
      """
      {"title":"Repairs in one visit","analysisPlan":{"badge":"pre-registered","reason":"locked before the change"},
       "measures":[{"title":"Fixed at once","refusal":null,"finding":{
         "sentence":"Fixed at once rose by 12 points.","rule":"Final, on its review date.","readTo":"2026-09-30","seed":1,
         "snapshotHash":"0123456789abcdef","effect":{"estimate":12,"lower":8,"upper":15,"words":""},
         "grade":{"confidence":"moderate","reason":"level 2 of 5"},
         "checks":{"placeboInTime":{"text":"Nothing before."},"placeboInSpace":{"text":""},"rivals":[],"warnings":[],"sensitivity":[]},
         "worth":WORTH}}]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String told(String worth) {
    server.on("GET /outcomes/one-visit/impact", 200, IMPACT.replace("WORTH", worth));
    server.on("GET /outcomes/one-visit/evidence", 200, "{\"items\":[]}");
    return shell.run("outcome", "impact", "one-visit").out();
  }

  @Test
  void theAmountIsToldInTwoFiguresThatMatter() {
    assertThat(
            told(
                """
                {"text":"It is worth so much, in prices of 2026.","category":"non-cashable","p10":41234.5,"p50":83511,"p90":126789,"currency":"EUR","priceYear":2026}\
                """))
        .contains(
            "  Worth: EUR 41,000 to 130,000 a year (8 in 10 range; best estimate 84,000). It is worth so much, in prices of");
  }

  @Test
  void whatIsNotToldLeavesNoEmptyLine() {
    assertThat(
            told(
                """
                {"text":"No amount is told.","category":null,"p10":null,"p50":null,"p90":null,"currency":null,"priceYear":null}\
                """))
        .contains(
            """
              Final, on its review date.
              Nothing before.
              Worth: No amount is told.
            """
                .indent(2)
                .replaceAll("(?m)^    ", "  "));
  }
}
