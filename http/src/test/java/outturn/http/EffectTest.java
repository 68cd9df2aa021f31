package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

class EffectTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final String OBSERVATIONS = "/api/v1/measures/wait-days/observations";

  @BeforeAll
  static void observe() {
    SERVER.apply("sample");
    var csv = new StringBuilder("period,value\n");
    for (int month = 1; month <= 12; month++) {
      csv.append("2025-%02d-01,%s\n".formatted(month, month < 7 ? 9 + month % 2 : 6 + month % 2));
    }
    var answer =
        OPERATOR.with("Content-Type", "text/csv").send("POST", OBSERVATIONS, csv.toString());
    assertThat(answer.body()).isEqualTo("{\"added\":12,\"revised\":0,\"unchanged\":0}");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void observationsAreRevisedAndPaged() {
    var again =
        OPERATOR.post(
            OBSERVATIONS,
            Map.of("observations", List.of(Map.of("period", "2024-12-01", "value", 8.5))));
    assertThat(again.json().path("added").asInt()).isEqualTo(1);
    var page = OPERATOR.get(OBSERVATIONS + "?from=2024-12-01&to=2025-03-01&limit=3").json();
    assertThat(page.path("items").findValuesAsString("period"))
        .containsExactly("2024-12-01", "2025-01-01", "2025-02-01");
    var rest =
        OPERATOR.get(OBSERVATIONS + "?to=2025-03-01&after=" + page.path("next").asString()).json();
    assertThat(rest.path("items").findValuesAsString("period")).containsExactly("2025-03-01");
    assertThat(page.path("items").path(0).path("by").path("user").asString())
        .isEqualTo("operator-user");
    assertThat(SERVER.acts()).contains("operator-user: measure observe wait-days");
  }

  @Test
  void theQualityOfAMeasureIsItsShareAndWhatDoesNotCount() {
    var quality = OPERATOR.get("/api/v1/measures/wait-days/quality").json();
    assertThat(quality.path("share").asDouble()).isBetween(0.0, 1.0);
    assertThat(quality.path("excluded").size()).isZero();
    assertThat(quality.path("rules").size()).isZero();
    assertThat(OPERATOR.get("/api/v1/measures/wait-dys/quality").detail()).contains("'wait-days'");
  }

  @Test
  void anObservationThatIsNotRightRecordsNone() {
    var bad = List.of(Map.of("period", "2026-01-01", "value", -1));
    var answer = OPERATOR.post(OBSERVATIONS, Map.of("observations", bad));
    assertThat(answer.code()).isEqualTo("invalid-input");
    assertThat(answer.json().path("problems").size()).isEqualTo(1);
    assertThat(OPERATOR.get("/api/v1/measures/wait-dys").detail()).contains("'wait-days'");
  }

  @Test
  void anOutcomeTellsWhereItStands() {
    var outcome = OPERATOR.get("/api/v1/outcomes/shorter-waits").json();
    assertThat(outcome.path("sentence").asString()).startsWith("People wait fewer days");
    var measure = outcome.path("measures").path(0);
    assertThat(measure.path("latest").path("period").asString()).isEqualTo("2025-12-01");
    assertThat(measure.path("since").path("change").asString()).isEqualTo("new-desk");
    assertThat(measure.path("baseline").isNull()).isTrue();
    assertThat(measure.path("chart").path("values").size())
        .isEqualTo(measure.path("chart").path("periods").size());
    assertThat(outcome.path("levers").path(0).path("date").asString()).isEqualTo("2025-07-01");
    assertThat(measure.path("chart").path("changes").path(0).path("name").asString())
        .isEqualTo("new-desk");

    var brief = OPERATOR.get("/api/v1/outcomes").json().path("items").path(0);
    assertThat(brief.has("levers")).isFalse();
    assertThat(brief.path("measures").path(0).has("chart")).isFalse();
    var before = OPERATOR.get("/api/v1/outcomes/shorter-waits?asOf=2020-01-01T00:00:00Z").json();
    assertThat(before.path("measures").path(0).path("latest").isNull()).isTrue();
  }

  @Test
  void aChartIsAPicture() {
    var svg = OPERATOR.get("/api/v1/outcomes/shorter-waits/chart.svg?width=600&standalone=true");
    assertThat(svg.headers()).containsEntry("content-type", "image/svg+xml");
    assertThat(svg.body()).contains("<svg", "width=\"600\"").doesNotContain("<i>desk");
  }

  @Test
  void aWorkflowTellsItsTasksAndSchedules() {
    var workflow = OPERATOR.get("/api/v1/workflows/greet").json();
    assertThat(workflow.path("schedules").path(0).path("cron").asString()).isEqualTo("0 6 1 1 *");
    assertThat(Instant.parse(workflow.path("schedules").path(0).path("next").asString()))
        .isAfter(Instant.EPOCH);
    assertThat(workflow.path("tasks").path(0).path("does").asString()).isEqualTo("shell");
    assertThat(workflow.path("inputs").path(1).path("default").asInt()).isEqualTo(1);
    var workflows = OPERATOR.get("/api/v1/workflows?project=sample&limit=2").json();
    assertThat(workflows.path("items").path(0).path("name").asString()).isEqualTo("greet");
    assertThat(workflows.path("next").asString()).isEqualTo("hold");
    var projects = OPERATOR.get("/api/v1/projects").json().path("items");
    assertThat(projects.path(0).path("outcomes").asInt()).isEqualTo(1);
  }
}
