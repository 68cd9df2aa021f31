package outturn.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.http.route.Where;
import outturn.store.identity.Role;

/// Pat may look at everything, and do everything in the project `sample`; in `other` he may not.
class RightsTest {
  private static final String OTHER =
      """
      kind: workflow
      name: odd
      tasks:
        pause: {wait: {for: 1h}}
      ---
      kind: measure
      name: odd-days
      title: Odd days
      type: duration
      unit: days
      better: lower
      cadence: monthly
      ---
      kind: outcome
      name: odd-outcome
      title: Fewer odd days
      owner: odd-clerk
      statement: {who: odd-people, what: have fewer odd days, soThat: they get on with it}
      measures:
        - measure: odd-days
          baseline: {from: 2025-01-01, to: 2025-06-30}
          target: {value: 5, by: 2026-12-31}
      ---
      kind: service
      name: odd-desk
      title: Odd desk
      owner: odd-clerk
      outputs:
        - name: desk
          promise: The desk is there
          measure: odd-days
          atLeast: 1
          target: 95%
          window: 365d
          serves: [{outcome: odd-outcome, because: nobody is odd at a desk}]
      ---
      kind: group
      name: odd-people
      is: beneficiary
      ---
      kind: group
      name: odd-clerk
      is: business
      """;

  private static final TestServer SERVER = TestServer.start();
  private static String sampleRun = "";
  private static String otherRun = "";

  @BeforeAll
  static void set() {
    SERVER.apply("sample");
    SERVER.apply(
        "other",
        Map.of(
            "outturn.yaml",
            base64("kind: project\nname: other\ntitle: Other\n"),
            "all.yaml",
            base64(OTHER)));
    for (var name : List.of("pat", "sam", "olga", "gil")) {
      assertThat(admin().post("/api/v1/users", Map.of("name", name, "role", "viewer")).status())
          .isEqualTo(201);
    }
    give(Map.of("user", "pat", "role", "admin", "project", "sample"));
    give(Map.of("user", "olga", "role", "owner", "service", "odd-desk"));
    sampleRun = SERVER.client(Role.OPERATOR).start(Map.of("workflow", "pause"));
    otherRun = SERVER.client(Role.OPERATOR).start(Map.of("workflow", "odd"));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static Client admin() {
    return SERVER.client(Role.ADMIN);
  }

  private static void give(Map<String, String> grant) {
    assertThat(admin().post("/api/v1/grants", grant).status()).isEqualTo(204);
  }

  private static Client as(String user) {
    var tokens = SERVER.services().access().tokens();
    var token = tokens.issue(user, Role.ADMIN, "test", Duration.ofHours(1), "test").orElseThrow();
    return SERVER.stranger().with("Authorization", "Bearer " + token.text());
  }

  /// The path with an object of a project, where the test has one.
  private static Optional<String> path(Route route, boolean other) {
    var path =
        route
            .path()
            .replace("/runs/{id}", "/runs/" + (other ? otherRun : sampleRun))
            .replace("/workflows/{name}", "/workflows/" + (other ? "odd" : "greet"))
            .replace("/measures/{name}", "/measures/" + (other ? "odd-days" : "wait-days"))
            .replace("/outcomes/{name}", "/outcomes/" + (other ? "odd-outcome" : "shorter-waits"))
            .replace("/projects/{name}", "/projects/" + (other ? "other" : "sample"))
            .replace("{task}", "x")
            .replace("{schedule}", "x");
    return path.contains("{") ? Optional.empty() : Optional.of(path);
  }

  private static void refusedEverywhere(Client pat, Route route, Role role) {
    var answer = pat.send(route.method(), route.path().replaceAll("\\{[^}]+}", "x"), "");
    assertThat(answer.code()).as(route.toString()).isEqualTo("forbidden");
    assertThat(answer.detail())
        .contains("viewer for the whole server", "needs " + role.word())
        .contains("admin for project sample");
  }

  private static void refusedElsewhere(Client pat, Route route, Role role) {
    var elsewhere = path(route, true);
    if (elsewhere.isEmpty()) {
      refusedEverywhere(pat, route, role);
      return;
    }
    var refused = pat.send(route.method(), elsewhere.get(), "");
    assertThat(refused.code()).as(route.toString()).isEqualTo("forbidden");
    assertThat(refused.detail())
        .contains("pat has the role viewer for project other, and this needs " + role.word())
        .contains("outturn user grant pat " + role.word() + " --project other");
    var let = pat.send(route.method(), path(route, false).orElseThrow(), "");
    assertThat(let.code()).as("%s: %s", route, let.body()).isNotEqualTo("forbidden");
  }

  @Test
  void everyRouteAsksForTheRightThere() {
    var pat = as("pat");
    var byBody = new ArrayList<String>();
    var unnamed = new ArrayList<String>();
    var settings = HttpSettings.loopback(0, "test", "test");
    for (var route : Routes.of(SERVER.services(), settings, () -> false)) {
      if (!(route.access() instanceof Access.Needs(var role, var where)) || role == Role.VIEWER) {
        continue;
      }
      switch (where) {
        case Where.AsTheBodySays _ -> byBody.add(route.toString());
        case Where.Everywhere _ -> refusedEverywhere(pat, route, role);
        case Where.Named _ -> {
          if (path(route, true).isEmpty()) unnamed.add(route.toString());
          refusedElsewhere(pat, route, role);
        }
      }
    }
    // The other tests of this class try these.
    assertThat(byBody)
        .containsExactlyInAnyOrder(
            "POST /api/v1/runs",
            "POST /api/v1/operations",
            "GET /api/v1/grants",
            "POST /api/v1/grants",
            "DELETE /api/v1/grants");
    assertThat(unnamed)
        .containsExactlyInAnyOrder(
            "POST /api/v1/backfills/{id}/cancel",
            "POST /api/v1/notifications/{id}/acknowledge",
            "POST /api/v1/surveys/{name}/send",
            "POST /api/v1/surveys/{name}/remind",
            "POST /api/v1/surveys/{name}/close");
  }

  @Test
  void runsAreStartedWhereTheRightHoldsAndAllOfABatchNeedIt() {
    var pat = as("pat");
    assertThat(pat.post("/api/v1/runs", Map.of("workflow", "pause")).status()).isEqualTo(201);
    assertThat(pat.post("/api/v1/runs", Map.of("workflow", "odd")).code()).isEqualTo("forbidden");
    assertThat(pat.post("/api/v1/runs", Map.of("workflow", "nothing")).code())
        .isEqualTo("forbidden");
    var batch = List.of(Map.of("workflow", "pause"), Map.of("workflow", "odd"));
    assertThat(pat.post("/api/v1/runs", Map.of("runs", batch)).code()).isEqualTo("forbidden");
  }

  @Test
  void ofManyRunsThoseElsewhereAreRefused() {
    var answer =
        as("pat")
            .post(
                "/api/v1/operations",
                Map.of("verb", "hold", "filter", Map.of("workflow", "odd"), "preview", false));
    assertThat(answer.json().path("done").asInt()).isZero();
    assertThat(answer.json().path("refused").asInt()).isPositive();
    assertThat(answer.body()).contains("needs the role operator for project other");
  }

  @Test
  void aRightForAServiceHoldsForWhatItServesAlone() {
    var olga = as("olga");
    var path = "/api/v1/outcomes/%s/reviews";
    assertThat(olga.send("POST", path.formatted("odd-outcome"), "").code())
        .isNotEqualTo("forbidden");
    assertThat(olga.send("POST", path.formatted("shorter-waits"), "").code())
        .isEqualTo("forbidden");
    assertThat(olga.post("/api/v1/runs", Map.of("workflow", "odd")).code()).isEqualTo("forbidden");
  }

  @Test
  void anOwnerGivesRightsInHisProjectUpToHisOwn() {
    give(Map.of("user", "gil", "role", "owner", "project", "sample"));
    var gil = as("gil");
    var wish = Map.of("user", "sam", "role", "operator", "project", "sample");
    assertThat(gil.post("/api/v1/grants", wish).status()).isEqualTo(204);
    assertThat(as("sam").post("/api/v1/runs", Map.of("workflow", "pause")).status()).isEqualTo(201);
    var greater = Map.of("user", "gil", "role", "admin", "project", "sample");
    assertThat(gil.post("/api/v1/grants", greater).code()).isEqualTo("forbidden");
    var elsewhere = Map.of("user", "gil", "role", "viewer", "project", "other");
    assertThat(gil.post("/api/v1/grants", elsewhere).code()).isEqualTo("forbidden");
    var all = Map.of("user", "gil", "role", "viewer");
    assertThat(gil.post("/api/v1/grants", all).code()).isEqualTo("forbidden");
    assertThat(gil.send("DELETE", "/api/v1/grants?user=olga&service=odd-desk", "").code())
        .isEqualTo("forbidden");
    assertThat(gil.get("/api/v1/grants").body()).contains("\"sam\"");

    assertThat(gil.send("DELETE", "/api/v1/grants?user=sam&project=sample", "").status())
        .isEqualTo(204);
    assertThat(as("sam").post("/api/v1/runs", Map.of("workflow", "pause")).code())
        .isEqualTo("forbidden");
    assertThat(SERVER.acts()).contains("gil: grant sam", "gil: revoke sam");
  }

  @Test
  void oneSeesOnesOwnRightsAndNoTokenHasMoreThanItWasMadeFor() {
    var me = as("olga").get("/api/v1/me").json();
    assertThat(me.path("role").asString()).isEqualTo("viewer");
    assertThat(me.path("grants").path(0).path("service").asString()).isEqualTo("odd-desk");
    var tokens = SERVER.services().access().tokens();
    var weak = tokens.issue("pat", Role.VIEWER, "weak", Duration.ofHours(1), "test").orElseThrow();
    var client = SERVER.stranger().with("Authorization", "Bearer " + weak.text());
    assertThat(client.post("/api/v1/runs", Map.of("workflow", "pause")).code())
        .isEqualTo("forbidden");
    assertThat(client.post("/api/v1/logins", Map.of()).code()).isEqualTo("forbidden");
  }

  @Test
  void aTokenHoldsWhereItWasMadeForAndMakesNoGreaterOne() {
    var operator = SERVER.client(Role.OPERATOR);
    var wish = Map.of("label", "nightly", "projects", List.of("sample"), "days", 30);
    var made = operator.post("/api/v1/tokens", wish);
    assertThat(made.status()).isEqualTo(201);
    var scoped =
        SERVER.stranger().with("Authorization", "Bearer " + made.json().path("token").asString());
    assertThat(scoped.post("/api/v1/runs", Map.of("workflow", "pause")).status()).isEqualTo(201);
    assertThat(scoped.post("/api/v1/runs", Map.of("workflow", "odd")).code())
        .isEqualTo("forbidden");
    assertThat(scoped.post("/api/v1/tokens", Map.of("label", "greater")).code())
        .isEqualTo("bad-request");
    assertThat(scoped.post("/api/v1/logins", Map.of()).code()).isEqualTo("forbidden");
    var greater = Map.of("label", "mine", "role", "admin");
    assertThat(operator.post("/api/v1/tokens", greater).code()).isEqualTo("forbidden");

    var id = made.json().path("id").asString();
    assertThat(operator.get("/api/v1/tokens?limit=500").body())
        .contains("nightly", "[\"sample\"]")
        .doesNotContain(made.json().path("token").asString());
    assertThat(operator.get("/api/v1/tokens?user=*").code()).isEqualTo("forbidden");
    assertThat(SERVER.client(Role.VIEWER).send("DELETE", "/api/v1/tokens/" + id, "").status())
        .isEqualTo(404);
    assertThat(operator.send("DELETE", "/api/v1/tokens/" + id, "").status()).isEqualTo(204);
    assertThat(scoped.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aGroupsRoleIsThatOfItsMembers() {
    give(Map.of("group", "crew", "role", "operator", "project", "other"));
    admin().post("/api/v1/users", Map.of("name", "may", "role", "viewer"));
    var may = "/api/v1/groups/crew/members/may";
    assertThat(as("may").post("/api/v1/runs", Map.of("workflow", "odd")).code())
        .isEqualTo("forbidden");
    assertThat(admin().send("PUT", may, "").status()).isEqualTo(204);
    assertThat(admin().send("PUT", may, "").status()).isEqualTo(204);
    assertThat(as("may").post("/api/v1/runs", Map.of("workflow", "odd")).status()).isEqualTo(201);
    assertThat(admin().get("/api/v1/groups").body()).contains("\"crew\"", "\"may\"");
    assertThat(admin().send("DELETE", may, "").status()).isEqualTo(204);
    assertThat(admin().send("DELETE", may, "").status()).isEqualTo(404);
    assertThat(admin().send("PUT", may + "bee", "").status()).isEqualTo(404);
  }
}
