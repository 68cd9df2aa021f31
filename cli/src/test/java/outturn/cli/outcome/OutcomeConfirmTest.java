package outturn.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outturn.cli.FakeServer;
import outturn.cli.Shell;

class OutcomeConfirmTest {
  private static final String FORECAST =
      """
      {"name":"one-visit","title":"Repairs in one visit","statement":"Tenants have a repair finished on the first visit.",
       "measures":[
        {"measure":"fix-rate","title":"Fixed at once","unit":"percent","refusal":null,
         "sentences":["To reach 85 % by March 2027 is likely (71 %): about 7 in 10 such plans do."],
         "forecast":{"target":{"value":85,"by":"2027-03-31","sustain":null},
           "attained":{"estimate":0.71,"lower":0.7,"upper":0.72},"withoutPeople":{"estimate":0,"lower":0,"upper":0},
           "threeMonthsLater":null,"before":null,"missing":[],"expectedChange":14,"detectable":3.1,
           "points":[{"period":"2026-04-06","p10":69,"p50":71,"p90":73},{"period":"2026-04-13","p10":82.5,"p50":86,"p90":90}],
           "drivers":[{"name":"training","kind":"effect","correlation":0.61},{"name":"training","kind":"start","correlation":-0.2},
             {"name":"level","kind":"level","correlation":0.1},{"name":"a strike","kind":"contingency","correlation":-0.4}],
           "warnings":["The plan is thin."],"draws":10000,"seed":1}},
        {"measure":"calls","title":"Calls","unit":null,"refusal":{"reason":"outside-the-data","text":"It has no target."},
         "sentences":[],"forecast":null}],
       "asOf":"2026-04-01T00:00:00Z"}
      """;
  private static final String ACCEPTED =
      """
      {"items":[{"measure":"fix-rate","version":2,"due":"2027-03-31","target":85,"observedTo":null,"chance":0.71,
        "at":"2026-04-01T08:00:00Z","by":"ada","reason":"good enough"}]}
      """;

  private final FakeServer server = new FakeServer();
  private final Shell shell = new Shell(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aForecastIsSentencesAPathAndWhatDecidesIt() {
    server.on("GET /outcomes/one-visit/forecast", 200, FORECAST);

    assertThat(shell.run("outcome", "confirm", "one-visit").out())
        .isEqualTo(
            """
            Repairs in one visit
            Tenants have a repair finished on the first visit.

            Fixed at once
              To reach 85 % by March 2027 is likely (71 %): about 7 in 10 such plans do.
              ! The plan is thin.

              PERIOD      1 IN 10 BELOW  HALF BELOW  9 IN 10 BELOW
              2026-04-06             69          71             73  percent
              2026-04-13           82.5          86             90  percent
              What decides most of it: the effect of training (+0.61), the start of training (-0.20), the level before (+0.10), a
              strike (-0.40).
              10000 simulated plans, seed 1

            Calls
              No forecast. It has no target.
            """);
  }

  @Test
  void theFanIsSavedAsSvg(@TempDir Path folder) {
    server
        .on("GET /outcomes/one-visit/forecast", 200, FORECAST)
        .onText("GET /outcomes/one-visit/forecast/chart.svg", "image/svg+xml", "<svg/>");

    var told = shell.in(folder).run("outcome", "confirm", "one-visit", "--svg", "fan.svg");

    assertThat(folder.resolve("fan.svg")).hasContent("<svg/>");
    assertThat(told.out()).startsWith("Repairs in one visit");
    assertThat(server.last().call())
        .isEqualTo("GET /outcomes/one-visit/forecast/chart.svg?standalone=true");
    assertThat(
            shell.run("outcome", "confirm", "one-visit", "--svg", "fan.svg", "--accept", "x").err())
        .contains("accept it in another call");
  }

  @Test
  void acceptingKeepsTheForecastWithItsReason() {
    server.on("POST /outcomes/one-visit/forecasts", 200, ACCEPTED);

    var told = shell.run("outcome", "confirm", "one-visit", "--accept", "good enough");

    assertThat(told.out()).contains("fix-rate", "71 %", "ada", "good enough");
    assertThat(server.last().body()).contains("\"reason\":\"good enough\"");
  }

  @Test
  void acceptedForecastsAreHeldAgainstWhatCame() {
    server.on(
        "GET /honesty",
        200,
        """
        {"sentence":"1 of 1 accepted forecasts have come due.","score":{"brier":0.09,"skill":null,"count":1},
         "reliability":[{"from":0.6,"to":0.8,"count":1,"chance":0.7,"reached":1},{"from":0.8,"to":1,"count":0,"chance":null,"reached":null}],
         "items":[{"outcome":"one-visit","measure":"fix-rate","version":1,"aim":{"target":85,"due":"2026-03-31"},
           "chance":0.7,"at":"2025-04-01T08:00:00Z","came":"reached"}]}
        """);

    assertThat(shell.run("honesty").out())
        .startsWith("1 of 1 accepted forecasts have come due.\n")
        .contains("60 % to 80 %", "70 %", "100 %", "one-visit", "2026-03-31", "reached");
  }

  @Test
  void anEarlierForecastCannotBeAccepted() {
    var told =
        shell.run(
            "outcome", "confirm", "one-visit", "--as-of", "2026-01-01", "--accept", "why not");

    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).contains("--accept is about the forecast of now");
  }
}
