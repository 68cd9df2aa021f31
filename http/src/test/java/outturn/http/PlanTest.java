package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;
import outturn.store.outcome.Window;

class PlanTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OWNER = SERVER.client(Role.OWNER);
  private static final String FORECAST = "/api/v1/outcomes/shorter-waits/forecast";
  private static final String FORECASTS = "/api/v1/outcomes/shorter-waits/forecasts";

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aPlanIsForecastAndItsForecastCanBeAcceptedByTheOwner() {
    assertThat(OWNER.post(FORECASTS, Map.of("reason", "let us try")).detail())
        .contains("cannot be forecast", "Its baseline is not frozen yet");
    assertThat(OWNER.get(FORECAST + "/chart.svg").detail())
        .contains("no chart", "Its baseline is not frozen yet");
    freezeWaits();

    var measure = OWNER.get(FORECAST).json().path("measures").path(0);
    var forecast = measure.path("forecast");

    assertThat(measure.path("refusal").isNull()).isTrue();
    assertThat(measure.path("sentences").path(0).asString())
        .startsWith("To reach 5 days by December 2026 is ");
    assertThat(forecast.path("missing").findValuesAsString("")).isEmpty();
    assertThat(forecast.path("missing").toString()).isEqualTo("[\"people\",\"technology\"]");
    assertThat(forecast.path("attained").path("estimate").asDouble()).isBetween(0.0, .05);
    assertThat(forecast.path("points").path(0).path("period").asString()).isEqualTo("2025-07-01");
    assertThat(forecast.path("points")).hasSize(18);

    assertChart();

    assertThat(OWNER.post(FORECASTS, Map.of("reason", " ")).code()).isEqualTo("invalid-input");
    assertThat(SERVER.client(Role.EDITOR).post(FORECASTS, Map.of("reason", "me")).status())
        .isEqualTo(403);
    var kept = OWNER.post(FORECASTS, Map.of("reason", "the board accepts it")).json();
    var one = kept.path("items").path(0);
    assertThat(one.path("reason").asString()).isEqualTo("the board accepts it");
    assertThat(one.path("by").asString()).isEqualTo("owner-user");
    assertThat(one.path("chance").asDouble())
        .isEqualTo(forecast.path("attained").path("estimate").asDouble());
    assertThat(OWNER.get(FORECASTS).json()).isEqualTo(kept);
    assertThat(SERVER.acts()).contains("owner-user: outcome confirm shorter-waits");
    assertNothingIsScored();
    suppositionsAreTriedWithoutKeepingAnything();
    assertThat(OWNER.get(FORECASTS).json()).isEqualTo(kept);
  }

  private static void suppositionsAreTriedWithoutKeepingAnything() {
    var path = FORECAST + "/what-if";
    var viewer = SERVER.client(Role.VIEWER);
    var plain = viewer.get(path).json().path("measures").path(0);
    assertThat(plain.path("supposed")).isEqualTo(plain.path("planned"));
    assertThat(plain.path("draws").asInt()).isEqualTo(2_000);
    assertThat(plain.path("points")).hasSize(18);

    var lever = viewer.get("/api/v1/outcomes/shorter-waits").json().path("levers").path(0);
    var other =
        viewer
            .get(path + "?effect=50&adoption=80&late=60&without=" + lever.path("name").asString())
            .json()
            .path("measures")
            .path(0);
    assertThat(other.path("missing")).hasSize(3);
    assertThat(viewer.get(path + "?without=nobody").detail()).contains("names no lever", "nobody");
    assertThat(viewer.get(path + "?effect=900").status()).isEqualTo(400);
    assertThat(viewer.get("/api/v1/outcomes/no/forecast/what-if").status()).isEqualTo(404);
  }

  @Test
  void anOutcomeThatIsNotThereIsToldWithTheNearestName() {
    assertThat(OWNER.get("/api/v1/outcomes/shorter-wait/forecast").detail())
        .contains("'shorter-waits'");
  }

  private static void assertChart() {
    var chart = OWNER.get(FORECAST + "/chart.svg?standalone=true&width=640");
    assertThat(chart.headers()).containsEntry("content-type", "image/svg+xml");
    assertThat(chart.body())
        .contains("To reach 5 days by December 2026 is ", "Forecast for December 2026")
        .contains("outturn-band", "class=\"outturn-plan\"", "Target 5.");
    assertThat(OWNER.get(FORECAST + "/chart.svg?measure=waitss").detail())
        .contains("has no measure");
  }

  private static void assertNothingIsScored() {
    var honesty = OWNER.get("/api/v1/honesty").json();
    assertThat(honesty.path("sentence").asString())
        .isEqualTo("No accepted forecast has come due yet.");
    assertThat(honesty.path("items").path(0).path("came").asString()).isEqualTo("open");
    assertThat(honesty.path("score").isNull()).isTrue();
    assertThat(honesty.path("periods").path("sentence").asString())
        .isEqualTo("The server has made no forecast by itself yet.");
  }

  /// Half a year of waits.
  private static void freezeWaits() {
    var values = new TreeMap<LocalDate, Double>();
    for (int month = 1; month <= 6; month++) {
      values.put(LocalDate.of(2025, month, 1), 9.0 + month % 2);
    }
    var given =
        values.entrySet().stream()
            .map(each -> Map.of("period", each.getKey().toString(), "value", each.getValue()))
            .toList();
    SERVER
        .client(Role.OPERATOR)
        .post("/api/v1/measures/wait-days/observations", Map.of("observations", given));
    var days = new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30), values);
    SERVER.baselines().freeze("shorter-waits", "wait-days", days, "server", Instant.EPOCH);
  }
}
