package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.store.identity.Role;

/// Observations that come as events and go as files, and the package that has them all.
class ExchangeTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final String OBSERVATIONS = "/api/v1/measures/wait-days/observations";

  @BeforeAll
  static void apply() {
    SERVER.apply("sample");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Map<String, Object> event(String id, String subject, Object data) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        "/crm",
        "type",
        "outturn.observation",
        "subject",
        subject,
        "data",
        data);
  }

  private static Client.Answer send(String kind, Object body) {
    return OPERATOR
        .with("Content-Type", "application/cloudevents" + kind + "+json")
        .post("/api/v1/events", body);
  }

  private static String counts(Client.Answer answer, int place) {
    return answer.json().at("/events/%d/observations".formatted(place)).toString();
  }

  private static Map<String, Object> value(String period, double value) {
    return Map.of("period", period, "value", value);
  }

  @Test
  void anEventCountsOnceAlsoWhenItsPeriodWasCorrectedSince() {
    var event = event("once", "wait-days", value("2024-01-01", 9));
    var first = send("", event);
    assertThat(first.status()).isEqualTo(202);
    assertThat(counts(first, 0))
        .isEqualTo("{\"measure\":\"wait-days\",\"added\":1,\"revised\":0,\"unchanged\":0}");
    var corrected =
        OPERATOR.post(OBSERVATIONS, Map.of("observations", List.of(value("2024-01-01", 8))));
    assertThat(corrected.json().path("revised").asInt()).isEqualTo(1);
    assertThat(counts(send("", event), 0))
        .isEqualTo("{\"measure\":\"wait-days\",\"added\":0,\"revised\":0,\"unchanged\":1}");
    var known = OPERATOR.get(OBSERVATIONS + "?from=2024-01-01&to=2024-01-01").json();
    assertThat(known.at("/items/0/value").asDouble()).isEqualTo(8);
    assertThat(OPERATOR.get("/api/v1/events?state=recorded").body()).contains("/crm once");
  }

  @Test
  void aBatchIsTakenWholeOrNotAtAll() {
    var right = event("b1", "wait-days", value("2024-02-01", 7));
    var many = Map.of("observations", List.of(value("2024-03-01", 7), value("2024-04-01", 7)));
    var wrong = event("b2", "wait-days", value("2024-02-03", -1));
    var refused = send("-batch", List.of(right, wrong));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems").toString())
        .contains("event /crm b2: row 1, column period: 2024-02-03 does not begin a month");
    var taken = send("-batch", List.of(right, event("b3", "wait-days", many)));
    assertThat(counts(taken, 0)).contains("\"added\":1");
    assertThat(counts(taken, 1)).contains("\"added\":2");
  }

  @Test
  void whatIsNoObservationIsRefused() {
    assertThat(send("", event("w1", "wait-dys", value("2024-01-01", 9))).detail())
        .contains("no measure 'wait-dys'", "wait-days");
    assertThat(send("", event("w2", "wait-days", Map.of("period", "2024-01-01", "v", 1))).detail())
        .contains("'data.v' is not a field here");
    assertThat(send("", event("w3", "wait-days", List.of())).status()).isEqualTo(400);
    assertThat(send("", event("w4", "", value("2024-01-01", 9))).detail()).contains("'subject'");
    var viewer = SERVER.client(Role.VIEWER).with("Content-Type", "application/cloudevents+json");
    assertThat(viewer.post("/api/v1/events", event("w5", "wait-days", Map.of())).status())
        .isEqualTo(403);
  }

  @Test
  void binaryModeIsTheSame() {
    var answer =
        OPERATOR
            .with("ce-specversion", "1.0")
            .with("ce-id", "bin")
            .with("ce-source", "/crm")
            .with("ce-type", "outturn.observation")
            .with("ce-subject", "wait-days")
            .post("/api/v1/events", value("2024-06-01", 5));
    assertThat(counts(answer, 0)).contains("\"added\":1");
  }

  @Test
  void whatIsExportedIsTakenBackAsItIs() {
    OPERATOR.post(OBSERVATIONS, Map.of("observations", List.of(value("2023-01-01", 4))));
    OPERATOR.post(OBSERVATIONS, Map.of("observations", List.of(value("2023-01-01", 5))));
    var csv = OPERATOR.with("Accept", "text/csv").get(OBSERVATIONS + "?to=2023-12-31");
    assertThat(csv.body().lines())
        .hasSize(3)
        .first()
        .isEqualTo(
            "period,segment,value,numerator,denominator,inUnit,revision,recordedAt,by,counts,reason");
    assertThat(csv.body()).contains("2023-01-01,,4.0,,,4.0,1,", "2023-01-01,,5.0,,,5.0,2,");
    var back = OPERATOR.with("Content-Type", "text/csv").send("POST", OBSERVATIONS, csv.body());
    assertThat(back.body()).isEqualTo("{\"added\":0,\"revised\":0,\"unchanged\":1}");
    var wrong = csv.body().replace(",5.0,2,", ",5.0,x,");
    assertThat(OPERATOR.with("Content-Type", "text/csv").send("POST", OBSERVATIONS, wrong).detail())
        .contains("column revision: is 'x'");
    assertThat(OPERATOR.with("Accept", "text/csv").get("/api/v1/measures/x/observations").status())
        .isEqualTo(404);
  }

  @Test
  void aPackageIsOfAnOutcomeAndOfEvidenceThatIsThere() {
    assertThat(OPERATOR.get("/api/v1/outcomes/none/package").status()).isEqualTo(404);
    var name = OPERATOR.get("/api/v1/outcomes").json().at("/items/0/name").asString();
    assertThat(OPERATOR.get("/api/v1/outcomes/%s/package?kept=7".formatted(name)).detail())
        .contains("no evidence of version '7'; it has 0");
    var zip = OPERATOR.get("/api/v1/outcomes/%s/package".formatted(name));
    assertThat(zip.status()).isEqualTo(200);
    assertThat(zip.headers().toString()).contains("application/zip");
    assertThat(zip.body()).contains("manifest.json", "study.json", "finding.json");
  }
}
