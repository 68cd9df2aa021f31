package outturn.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import outturn.http.route.Access;
import outturn.http.route.Route;
import outturn.store.identity.Role;

class AccessTest {
  /// What needs more than to look.
  private static final List<String> NEEDED =
      List.of(
          "GET /api/v1/backup admin",
          "POST /api/v1/resume admin",
          "POST /api/v1/runs operator",
          "POST /api/v1/runs/{id}/cancel operator",
          "POST /api/v1/runs/{id}/operate operator",
          "POST /api/v1/runs/{id}/rerun-with operator",
          "POST /api/v1/runs/{id}/notes operator",
          "POST /api/v1/runs/{id}/tasks/{task}/approve operator",
          "POST /api/v1/runs/{id}/tasks/{task}/reject operator",
          "POST /api/v1/operations operator",
          "POST /api/v1/events operator",
          "POST /api/v1/notifications/{id}/acknowledge operator",
          "POST /api/v1/channels/{name}/test operator",
          "POST /api/v1/workflows/{name}/schedules/{schedule}/pause operator",
          "POST /api/v1/workflows/{name}/schedules/{schedule}/resume operator",
          "POST /api/v1/workflows/{name}/backfill operator",
          "POST /api/v1/backfills/{id}/cancel operator",
          "POST /api/v1/measures/{name}/observations operator",
          "POST /api/v1/outcomes/{name}/forecasts owner",
          "POST /api/v1/outcomes/{name}/agree editor",
          "POST /api/v1/outcomes/{name}/evidence owner",
          "POST /api/v1/outcomes/{name}/sign editor",
          "POST /api/v1/outcomes/{name}/send owner",
          "POST /api/v1/outcomes/{name}/reviews owner",
          "POST /api/v1/changes operator",
          "PUT /api/v1/changes/{name} operator",
          "POST /api/v1/measures/{name}/shifts operator",
          "POST /api/v1/surveys/{name}/send owner",
          "POST /api/v1/surveys/{name}/remind owner",
          "POST /api/v1/surveys/{name}/close owner",
          "POST /api/v1/projects/{name}/apply editor",
          "GET /api/v1/audit admin",
          "GET /api/v1/audit.csv admin",
          "GET /api/v1/groups admin",
          "PUT /api/v1/groups/{name}/members/{user} admin",
          "DELETE /api/v1/groups/{name}/members/{user} admin",
          "GET /api/v1/grants owner",
          "POST /api/v1/grants owner",
          "DELETE /api/v1/grants owner",
          "GET /api/v1/users admin",
          "POST /api/v1/users admin",
          "PUT /api/v1/users/{name}/password admin",
          "DELETE /api/v1/users/{name}/access admin",
          "GET /api/v1/secrets admin",
          "PUT /api/v1/secrets/{name} admin",
          "DELETE /api/v1/secrets/{name} admin");

  private static final TestServer SERVER = TestServer.start();

  private static List<Route> routes() {
    var settings = HttpSettings.loopback(0, "test", "test");
    return Routes.of(SERVER.services(), settings, () -> false);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void onlyHealthFilesWithoutDataLoginAndLinksOfSurveysAreOpenToAll() {
    var open =
        routes().stream().filter(route -> route.access() instanceof Access.Open).map(Route::path);
    assertThat(open)
        .containsExactlyInAnyOrder(
            "/health",
            "/style.css",
            "/charts.css",
            "/assets/{file}",
            "/icon.svg",
            "/theme.js",
            "/login",
            "/login",
            "/login/oidc",
            "/login/oidc/return",
            "/s/{token}",
            "/s/{token}");
  }

  @Test
  void everyOtherRouteRefusesStrangersAndLowerRoles() {
    for (var route : routes()) {
      if (!(route.access() instanceof Access.Needs(var role, _))) continue;
      var path = route.path().replaceAll("\\{[^}]+}", "x");
      var stranger = SERVER.stranger().send(route.method(), path, "");
      assertThat(stranger.status()).as("%s for strangers", route).isEqualTo(401);
      if (path.startsWith("/api/")) assertThat(stranger.code()).isEqualTo("unauthenticated");
      for (var lower : Role.values()) {
        if (lower.allows(role)) continue;
        var answer = SERVER.client(lower).send(route.method(), path, "");
        assertThat(answer.status()).as("%s for %s", route, lower).isEqualTo(403);
        assertThat(answer.detail()).contains("this needs " + role.word());
      }
    }
  }

  @Test
  void rolesAreThoseOfTheContract() {
    var needed =
        routes().stream()
            .filter(
                route -> route.access() instanceof Access.Needs(var role, _) && role != Role.VIEWER)
            .map(route -> route + " " + ((Access.Needs) route.access()).role().word());
    assertThat(needed).containsExactlyInAnyOrderElementsOf(NEEDED);
  }

  @Test
  void healthAnswersWithoutAToken() {
    var answer = SERVER.stranger().get("/health");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("ok");
    assertThat(answer.json().path("version").asString()).isEqualTo("test-version");
    SERVER.become(Services.Health.DATABASE_AWAY);
    try {
      assertThat(SERVER.stranger().get("/health").body())
          .isEqualTo("{\"status\":\"database-away\"}");
      var change = SERVER.client(Role.OPERATOR).post("/api/v1/runs", Map.of("workflow", "x"));
      assertThat(change.code()).isEqualTo("not-ready");
      assertThat(change.headers()).containsEntry("retry-after", "1");
    } finally {
      SERVER.become(Services.Health.OK);
    }
  }

  @Test
  void aLinkSignsABrowserInOnceAndItsChangesNeedTheHeader() {
    var link = SERVER.client(Role.OPERATOR).post("/api/v1/logins", Map.of());
    assertThat(link.status()).isEqualTo(201);
    var path = link.json().path("url").asString();
    var redirect = SERVER.stranger().get(path);
    assertThat(redirect.status()).isEqualTo(303);
    assertThat(redirect.headers()).containsEntry("location", "/");
    var cookie = redirect.headers().get("set-cookie");
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
    assertThat(SERVER.stranger().get(path).status()).isEqualTo(401);

    var browser =
        SERVER.stranger().with("Cookie", "a=b; " + cookie.substring(0, cookie.indexOf(';')));
    assertThat(browser.get("/api/v1/me").json().path("user").asString()).isEqualTo("operator-user");
    var refused = browser.post("/api/v1/runs", Map.of("workflow", "x"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.detail()).contains("X-Outturn: 1");
    var taken = browser.with("X-Outturn", "1").post("/api/v1/runs", Map.of("workflow", "x"));
    assertThat(taken.code()).isEqualTo("not-found");
  }

  @Test
  void aTokenThatMayDoLessThanItsUserOpensNoSession() {
    var token =
        SERVER
            .services()
            .access()
            .tokens()
            .issue("admin-user", Role.VIEWER, "weak", Duration.ofHours(1), "test");
    var weak = SERVER.stranger().with("Authorization", "Bearer " + token.orElseThrow().text());
    assertThat(weak.post("/api/v1/logins", Map.of()).code()).isEqualTo("forbidden");
  }

  @Test
  void aTokenThatWasJustRevokedIsRefused() {
    var tokens = SERVER.services().access().tokens();
    var issued =
        tokens
            .issue("viewer-user", Role.VIEWER, "short", Duration.ofHours(1), "test")
            .orElseThrow();
    var client = SERVER.stranger().with("Authorization", "Bearer " + issued.text());
    assertThat(client.get("/api/v1/me").status()).isEqualTo(200);
    tokens.revoke(issued.id(), "test");
    assertThat(client.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void whoMayLookReadsTheSchemaOfDocuments() {
    var schema = SERVER.client(Role.VIEWER).get("/api/v1/project-schema").json();
    assertThat(schema.path("properties").path("kind").path("enum").toString())
        .contains("\"workflow\"", "\"outcome\"");
    assertThat(schema.path("$defs").path("workflow").path("properties").has("schedules")).isTrue();
  }

  @Test
  void whoIsShutOutHasNoWayInAnyMore() {
    var admin = SERVER.client(Role.ADMIN);
    var added = admin.post("/api/v1/users", Map.of("name", "cleo", "role", "viewer"));
    var cleo =
        SERVER.stranger().with("Authorization", "Bearer " + added.json().path("token").asString());
    assertThat(cleo.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/users").body())
        .containsPattern("\"name\":\"cleo\"[^}]*\"ways\":\\[\"token\"]");

    assertThat(admin.send("DELETE", "/api/v1/users/cleo/access", "").status()).isEqualTo(204);

    assertThat(cleo.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(admin.get("/api/v1/users").body())
        .containsPattern("\"name\":\"cleo\"[^}]*\"ways\":\\[]");
    assertThat(SERVER.acts()).contains("admin-user: user shut-out cleo");
  }

  @Test
  void nobodyShutsOutHimselfOrTheServersOwnUserOrNobody() {
    var admin = SERVER.client(Role.ADMIN);
    var himself = admin.send("DELETE", "/api/v1/users/admin-user/access", "");
    assertThat(himself.code()).isEqualTo("not-allowed");
    assertThat(himself.detail()).contains("nobody shuts himself out");
    assertThat(admin.send("DELETE", "/api/v1/users/admin/access", "").detail())
        .contains("give it another password instead");
    assertThat(admin.send("DELETE", "/api/v1/users/noone/access", "").status()).isEqualTo(404);
  }

  @Test
  void anAdministratorAddsUsersAndSecrets() {
    var admin = SERVER.client(Role.ADMIN);
    var added = admin.post("/api/v1/users", Map.of("name", "ada", "role", "viewer"));
    assertThat(added.status()).isEqualTo(201);
    var ada =
        SERVER.stranger().with("Authorization", "Bearer " + added.json().path("token").asString());
    assertThat(ada.get("/api/v1/me").body())
        .isEqualTo(
            "{\"user\":\"ada\",\"title\":\"ada\",\"role\":\"viewer\",\"grants\":[],\"mustChangePassword\":false}");
    assertThat(admin.post("/api/v1/users", Map.of("name", "ada", "role", "viewer")).code())
        .isEqualTo("name-taken");
    assertThat(admin.post("/api/v1/users", Map.of("name", "Ada!", "role", "viewer")).code())
        .isEqualTo("bad-request");

    assertThat(admin.send("PUT", "/api/v1/secrets/bank", "hush").status()).isEqualTo(204);
    var secrets = admin.get("/api/v1/secrets");
    assertThat(secrets.json().path("items").path(0).path("setBy").asString())
        .isEqualTo("admin-user");
    assertThat(secrets.body()).doesNotContain("hush");
    assertThat(admin.send("DELETE", "/api/v1/secrets/bnk", "").detail())
        .contains("did you mean 'bank'?");
    assertThat(admin.send("DELETE", "/api/v1/secrets/bank", "").status()).isEqualTo(204);
    assertThat(SERVER.acts())
        .contains(
            "admin-user: user add ada",
            "admin-user: secret set bank",
            "admin-user: secret remove bank");
  }
}
