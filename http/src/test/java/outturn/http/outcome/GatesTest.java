package outturn.http.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

class GatesTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client EDITOR = SERVER.client(Role.EDITOR);
  private static final Client OWNER = SERVER.client(Role.OWNER);
  private static final String PATH = "/api/v1/outcomes/shorter-waits";
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: group, name: readers, is: beneficiary}
      ---
      {kind: group, name: desk, is: business, members: [owner-user]}
      ---
      {kind: measure, name: waits, title: days of waiting, type: duration, unit: days, better: lower, cadence: monthly, owner: desk}
      ---
      {kind: measure, name: answers, type: proportion, unit: percent, better: higher, cadence: monthly}
      ---
      {kind: measure, name: visits, type: count, better: higher, cadence: monthly}
      ---
      kind: service
      name: catalogue
      title: The catalogue
      outputs:
        - name: answering
          promise: The catalogue answers
          measure: answers
          atLeast: 99
          serves: [{outcome: shorter-waits, because: readers order in it}]
      ---
      kind: outcome
      name: shorter-waits
      title: readers wait less
      owner: desk
      objective: used
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, target: {value: 5, by: 2030-12-31}}]
      """;

  @BeforeAll
  static void apply() {
    var text = Base64.getEncoder().encodeToString(PROJECT.getBytes(UTF_8));
    SERVER.apply("library", Map.of("outturn.yaml", text));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aStatementIsAdvisedOnWithTheGroupsOfItsProject() {
    var path = "/api/v1/statements/check";
    var bad = VIEWER.post(path, Map.of("statement", "Roll out the new catalogue")).json();
    assertThat(bad.path("kind").asString()).isEqualTo("output");
    assertThat(bad.path("findings").path(0).path("rule").asString()).isEqualTo("OUT-1");
    assertThat(bad.path("findings").path(0).path("severity").asString()).isEqualTo("error");
    assertThat(bad.path("findings").path(0).path("hint").asString()).isNotEmpty();

    var slots =
        Map.of(
            "who", "Readers",
            "change", "wait for a book fewer days",
            "from", "9",
            "to", "5 days",
            "by", "December 2030",
            "soThat", "they come again");
    var good = VIEWER.post(path, Map.of("slots", slots, "project", "library")).json();
    assertThat(good.path("kind").asString()).isEqualTo("outcome");
    assertThat(good.path("statement").asString())
        .isEqualTo(
            "Readers wait for a book fewer days from 9 to 5 days by December 2030, so that they come"
                + " again.");

    assertThat(VIEWER.post(path, Map.of()).detail()).contains("not both");
    assertThat(VIEWER.post(path, Map.of("statement", " ")).code()).isEqualTo("invalid-input");
    assertThat(
            VIEWER.post(path, Map.of("statement", "a", "project", "librari")).detail())
        .contains("did you mean 'library'");
  }

  @Test
  void aMeasureStandsOnItsOwnWhereNoOutcomeHasIt() {
    var path = "/api/v1/measures/visits";
    var observed = Map.of("period", "2026-01-01", "value", 985);
    assertThat(VIEWER.get(path + "/chart.svg").detail()).contains("nothing was observed yet");
    assertThat(
            SERVER
                .client(Role.OPERATOR)
                .post(path + "/observations", Map.of("observations", List.of(observed)))
                .status())
        .isEqualTo(200);

    var position = VIEWER.get(path + "/position").json();
    assertThat(position.path("target").isNull()).isTrue();
    assertThat(position.path("latest").path("value").asDouble()).isEqualTo(985);
    assertThat(position.path("chart").path("periods").toString()).isEqualTo("[\"2026-01-01\"]");
    assertThat(VIEWER.get(path + "/chart.svg?width=400").body()).startsWith("<svg");
    assertThat(VIEWER.get("/api/v1/measures/waits/position").json().path("target").path("value").asDouble())
        .isEqualTo(5);
    assertThat(VIEWER.get("/api/v1/measures/wait/position").detail())
        .contains("did you mean 'waits'");
  }

  @Test
  void aPersonOfTheBusinessAgreesToWhatWasRead() {
    var before = VIEWER.get(PATH + "/check").json();
    assertThat(before.path("step").asString()).isEqualTo("describe");
    assertThat(before.path("sentence").asString())
        .isEqualTo("Step describe is open: Nobody of the business has agreed to it.");
    var hash = before.path("hash").asString();

    var refused = EDITOR.post(PATH + "/agree", Map.of());
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(refused.detail()).contains("add editor-user under members: of desk or readers");
    assertThat(VIEWER.post(PATH + "/agree", Map.of()).code()).isEqualTo("forbidden");
    assertThat(OWNER.post(PATH + "/agree", Map.of("hash", "other")).code())
        .isEqualTo("not-allowed");
    var long_ = OWNER.post(PATH + "/agree", Map.of("comment", "x".repeat(2001)));
    assertThat(long_.code()).isEqualTo("invalid-input");

    var agreed = OWNER.post(PATH + "/agree", Map.of("hash", hash, "comment", "so it is")).json();
    assertThat(agreed.path("who").asString()).isEqualTo("owner-user");
    assertThat(agreed.path("version").asInt()).isEqualTo(1);
    assertThat(SERVER.acts()).contains("owner-user: outcome agree shorter-waits");
    var after = VIEWER.get(PATH + "/check").json();
    assertThat(after.path("step").asString()).isEqualTo("confirm");
    assertThat(after.path("agreements").path(0).path("stands").asBoolean()).isTrue();
  }

  @Test
  void anUnknownOutcomeIsNamed() {
    assertThat(VIEWER.get("/api/v1/outcomes/shorter-wait/check").detail())
        .contains("no outcome 'shorter-wait'", "shorter-waits");
    assertThat(OWNER.post("/api/v1/outcomes/none/agree", Map.of()).code()).isEqualTo("not-found");
  }

  @Test
  void theGaugeFindsAGreenOutputBesideARedOutcome() {
    observe("waits", 9);
    observe("answers", 99.5);

    var gauge = VIEWER.get("/api/v1/gauge").json();

    assertThat(gauge.path("outputs").path(0).asString()).isEqualTo("The catalogue answers");
    assertThat(gauge.path("measures").path(0).asString()).isEqualTo("days of waiting");
    assertThat(gauge.path("lines").findValuesAsString("text"))
        .contains(
            "1 of the 2 things that are measured is an output (50 %): The catalogue answers; 1 is a measure of an outcome: days of waiting.",
            "Every outcome has a measure of the business's own.",
            "The catalogue keeps its promise “The catalogue answers” (1 of 1 times), and readers wait less, which it serves, has not reached its target.");
  }

  private static void observe(String measure, double value) {
    var answer =
        SERVER
            .client(Role.OPERATOR)
            .post(
                "/api/v1/measures/%s/observations".formatted(measure),
                Map.of("observations", List.of(Map.of("period", "2025-01-01", "value", value))));
    assertThat(answer.status()).isEqualTo(200);
  }
}
