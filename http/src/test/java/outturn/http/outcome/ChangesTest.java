package outturn.http.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.http.json.Json;
import outturn.store.identity.Role;

class ChangesTest {
  private static final TestServer SERVER = TestServer.start();
  private static final Client VIEWER = SERVER.client(Role.VIEWER);
  private static final Client OPERATOR = SERVER.client(Role.OPERATOR);
  private static final String CHANGES = "/api/v1/changes";
  private static final String HOOK = CHANGES + "/hooks/shop?affects=waits";
  private static final String PROJECT =
      """
      {kind: project, name: library}
      ---
      {kind: measure, name: waits, title: Days of waiting, type: mean, unit: days, better: lower, cadence: monthly}
      ---
      {kind: change, name: defined, date: 2023-06-01, type: outage, affects: waits}
      ---
      kind: outcome
      name: shorter-waits
      title: readers wait less
      owner: desk
      statement: {who: readers, what: wait for a book fewer days, soThat: they come again}
      measures: [{measure: waits, baseline: {from: 2024-01-01, to: 2024-12-31}}]
      """;

  /// Waits of 10 or 12 days in turn, and 40 in April 2025.
  @BeforeAll
  static void apply() {
    var text = Base64.getEncoder().encodeToString(PROJECT.getBytes(UTF_8));
    SERVER.apply("library", Map.of("outturn.yaml", text));
    var observations = new ArrayList<Map<String, Object>>();
    for (int month = 0; month < 24; month++) {
      var period = LocalDate.of(2024, 1, 1).plusMonths(month).toString();
      observations.add(Map.of("period", period, "value", month == 15 ? 40 : 10 + month % 2 * 2));
    }
    OPERATOR.post("/api/v1/measures/waits/observations", Map.of("observations", observations));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Map<String, Object> event(String name, String date) {
    var event = new HashMap<String, Object>();
    event.putAll(Map.of("name", name, "date", date, "type", "outage", "affects", List.of("waits")));
    return event;
  }

  @Test
  void whatIsToldIsOnTheChartAndACorrectionIsANewVersion() {
    var added = OPERATOR.post(CHANGES, event("told", "2025-11-01"));
    assertThat(added.json().path("recorded").path("version").asInt()).isEqualTo(1);
    assertThat(SERVER.acts()).contains("operator-user: change add told");
    assertThat(
            VIEWER
                .get("/api/v1/outcomes/shorter-waits")
                .json()
                .path("changes")
                .findValuesAsString("name"))
        .contains("told", "defined");

    var again = OPERATOR.post(CHANGES, event("told", "2025-11-01"));
    assertThat(again.json().path("recorded").path("version").asInt()).isEqualTo(1);
    assertThat(OPERATOR.post(CHANGES, event("told", "2025-11-02")).detail())
        .contains("outturn change correct told");

    var right = event("told", "2025-11-02");
    right.remove("name");
    var corrected = OPERATOR.send("PUT", CHANGES + "/told", Json.text(right));
    assertThat(corrected.json().path("recorded").path("version").asInt()).isEqualTo(2);
    OPERATOR.send("PUT", CHANGES + "/told", "{\"withdrawn\": true, \"note\": \"no\"}");
    assertThat(VIEWER.get(CHANGES).json().path("items").findValuesAsString("name"))
        .contains("defined")
        .doesNotContain("told");
    assertThat(VIEWER.get(CHANGES + "?history=told").json().path("items").size()).isEqualTo(3);
  }

  @Test
  void wrongInputIsRefusedAndSaysWhatToDo() {
    assertThat(OPERATOR.post(CHANGES, event("defined", "2025-11-01")).detail())
        .isEqualTo(
            "change 'defined' is defined in project 'library'; change it there and apply the project");
    assertThat(OPERATOR.post(CHANGES, event("Wrong", "2025-11-01")).code())
        .isEqualTo("invalid-input");
    var strange = event("strange", "2025-11-01");
    strange.put("type", "party");
    assertThat(OPERATOR.post(CHANGES, strange).detail()).contains("'type' is to be one of go-live");
    strange.put("type", "outage");
    strange.put("affects", List.of("wait"));
    assertThat(OPERATOR.post(CHANGES, strange).detail()).contains("no measure 'wait'", "waits");
    assertThat(OPERATOR.send("PUT", CHANGES + "/none", "{\"withdrawn\": true}").code())
        .isEqualTo("not-found");
    strange.put("affects", List.of("waits"));
    strange.put("explains", Map.of("measure", "waits", "period", "2025-04-02"));
    assertThat(OPERATOR.post(CHANGES, strange).detail())
        .isEqualTo("2025-04-02 is not the first day of a month; that would be 2025-04-01");
    assertThat(VIEWER.get(CHANGES + "?history=strange").json().path("items").size()).isZero();
  }

  @Test
  void anUnexplainedShiftIsAskedAboutUntilSomebodyAnswers() {
    var check = "/api/v1/outcomes/shorter-waits/check";
    var question = VIEWER.get(check).json().path("questions").path(0);
    assertThat(question.path("measure").asString()).isEqualTo("waits");
    assertThat(question.path("period").asString()).isEqualTo("2025-04-01");
    assertThat(question.path("text").asString()).startsWith("What happened here? Apr 2025: ");

    var shifts = "/api/v1/measures/waits/shifts";
    var answered = OPERATOR.post(shifts, Map.of("period", "2025-04-01", "note", "we asked"));
    assertThat(answered.json().path("change").isNull()).isTrue();
    assertThat(VIEWER.get(check).json().path("questions").size()).isZero();
    assertThat(OPERATOR.post(shifts, Map.of("period", "2025-04-01", "change", "none")).code())
        .isEqualTo("invalid-input");

    var flood = event("flood", "2024-02-01");
    flood.put("explains", Map.of("measure", "waits", "period", "2025-04-01"));
    assertThat(OPERATOR.post(CHANGES, flood).status()).isEqualTo(200);
    var measure = VIEWER.get("/api/v1/outcomes/shorter-waits").json().path("measures").path(0);
    var shift = measure.path("shifts").path(0);
    assertThat(shift.path("state").asString()).isEqualTo("change");
    assertThat(shift.path("sentence").asString()).contains("near it: flood");
  }

  @Test
  void aSignedReleaseOfGitHubIsAChange() throws GeneralSecurityException {
    var body =
        """
        {"action": "published", "repository": {"name": "shop", "full_name": "acme/shop"},
         "release": {"id": 77, "tag_name": "v4.2", "published_at": "2025-10-31T23:30:00Z"}}
        """;
    var sent =
        SERVER
            .stranger()
            .with("X-GitHub-Event", "release")
            .with("X-Hub-Signature-256", signature(body, key("waits", "production")))
            .send("POST", HOOK, body);
    assertThat(sent.status()).isEqualTo(202);
    assertThat(sent.json().path("state").asString()).isEqualTo("recorded");
    var change = sent.json().path("change");
    assertThat(change.path("name").asString()).isEqualTo("shop-release-77");
    assertThat(change.path("title").asString()).isEqualTo("shop v4.2");
    assertThat(change.path("type").asString()).isEqualTo("release");
    assertThat(change.path("date").asString()).isEqualTo("2025-10-31");
    assertThat(change.path("recorded").path("way").asString()).isEqualTo("hook shop");

    var wrong =
        SERVER
            .stranger()
            .with("X-GitHub-Event", "release")
            .with("X-Hub-Signature-256", signature(body, "open"))
            .send("POST", HOOK, body);
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.detail())
        .contains("outturn secret set change-hook-shop", "'affects=waits&environment=production'");
  }

  @Test
  void aSignedRequestCannotBeSentToAnAddressThatNamesOtherMeasures()
      throws GeneralSecurityException {
    var body = "{\"id\": \"9\", \"title\": \"Nine\", \"date\": \"2025-09-02\"}";
    var signed = SERVER.stranger().with("X-Hub-Signature-256", signature(body, "sesame"));
    var plain = CHANGES + "/hooks/shop";

    assertThat(signed.send("POST", plain + "?affects=waits", body).status()).isEqualTo(401);
    assertThat(signed.send("POST", plain + "?environment=test", body).status()).isEqualTo(401);
    var taken = signed.send("POST", plain, body);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.json().path("change").path("affects").size()).isZero();
    var own = SERVER.stranger().with("X-Hub-Signature-256", signature(body, key("waits", "test")));
    assertThat(own.send("POST", HOOK, body).status()).isEqualTo(401);
    assertThat(own.send("POST", HOOK + "&environment=test", body).status()).isEqualTo(202);
  }

  @Test
  void aDeploymentOfGitLabCountsWhenItSucceededInProduction() throws GeneralSecurityException {
    var body =
        """
        {"object_kind": "deployment", "status": "%s", "status_changed_at": "2025-10-01 21:50:00 +0200",
         "deployment_id": 15, "environment": "production", "ref": "main", "project": {"name": "shop"}}
        """;
    var gitlab =
        SERVER
            .stranger()
            .with("X-Gitlab-Event", "Deployment Hook")
            .with("X-Gitlab-Token", key("waits", "production"));

    var running = gitlab.send("POST", HOOK, body.formatted("running"));
    assertThat(running.json().path("reason").asString()).isEqualTo("the deployment is running");
    var elsewhere =
        SERVER
            .stranger()
            .with("X-Gitlab-Event", "Deployment Hook")
            .with("X-Gitlab-Token", key("waits", "test"))
            .send("POST", HOOK + "&environment=test", body.formatted("success"));
    assertThat(elsewhere.json().path("state").asString()).isEqualTo("ignored");
    var done = gitlab.send("POST", HOOK, body.formatted("success")).json().path("change");
    assertThat(done.path("name").asString()).isEqualTo("shop-deployment-15");
    assertThat(done.path("date").asString()).isEqualTo("2025-10-01");

    OPERATOR.send(
        "PUT", CHANGES + "/shop-deployment-15", "{\"withdrawn\": true, \"note\": \"undone\"}");
    gitlab.send("POST", HOOK, body.formatted("success"));
    assertThat(VIEWER.get(CHANGES + "?history=shop-deployment-15").json().path("items").size())
        .isEqualTo(2);
    assertThat(
            SERVER
                .stranger()
                .with("X-Gitlab-Token", "other")
                .send("POST", HOOK, body.formatted("success"))
                .status())
        .isEqualTo(401);
  }

  @Test
  void anyProgramMayTellWithAToken() {
    var told = OPERATOR.post(HOOK, Map.of("id", "4.2", "title", "Shop 4.2", "date", "2025-09-01"));
    assertThat(told.json().path("change").path("name").asString()).isEqualTo("shop-4-2");
    assertThat(OPERATOR.post(HOOK, Map.of("title", "Shop 4.2")).detail())
        .isEqualTo("expected a value 'id'");
    assertThat(
            OPERATOR
                .post(
                    CHANGES + "/hooks/shop?affects=nothing",
                    Map.of("id", 1, "title", "x", "date", "2025-09-01"))
                .detail())
        .contains("no measure 'nothing'");
  }

  /// The key of an address that says more than the name of its webhook, whose secret is "sesame".
  private static String key(String affects, String environment) throws GeneralSecurityException {
    var terms = "affects=%s&environment=%s".formatted(affects, environment);
    return signature(terms, "sesame").substring("sha256=".length());
  }

  private static String signature(String body, String secret) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }
}
