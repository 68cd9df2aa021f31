package outturn.http.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import outturn.http.Client;
import outturn.http.HttpSettings;
import outturn.http.TestServer;
import outturn.http.identity.SessionCookie.Transport;
import outturn.store.identity.Role;

class SignInTest {
  private static final String GIVEN = "given by an administrator";
  private static final String OWN = "correct horse battery staple";
  private static final TestServer SERVER = TestServer.start();

  @BeforeAll
  static void givePasswords() {
    for (var name : new String[] {"ada", "ben", "cid", "dot", "eve"}) {
      var admin = SERVER.client(Role.ADMIN);
      admin.post("/api/v1/users", Map.of("name", name, "role", "operator"));
      assertThat(give(name, GIVEN).status()).isEqualTo(204);
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Client.Answer give(String name, String password) {
    var body = "{\"password\": \"%s\"}".formatted(password);
    return SERVER.client(Role.ADMIN).send("PUT", "/api/v1/users/" + name + "/password", body);
  }

  private static Client page() {
    return SERVER.stranger().with("Sec-Fetch-Site", "same-origin");
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Client.Answer signIn(Client from, String name, String password, String next) {
    return from.send(
        "POST", "/login", form(Map.of("name", name, "password", password, "next", next)));
  }

  private static Client with(Client.Answer signedIn) {
    var cookie = signedIn.headers().getOrDefault("set-cookie", "");
    return page().with("Cookie", cookie.replaceAll(";.*", ""));
  }

  private static Client.Answer change(Client browser, String current, String wish) {
    var fields = new HashMap<String, String>();
    fields.putAll(Map.of("current", current, "new", wish, "again", wish, "next", "/portfolio"));
    return browser.send("POST", "/password", form(fields));
  }

  @Test
  void thePageIsAFormWithoutAScriptThatRemembersWhereToGoOn() {
    var answer = SERVER.stranger().get("/login?next=/portfolio%3Fa=1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("action=\"/login\"", "name=\"next\" value=\"/portfolio?a=1\"")
        .doesNotContain("<script", "single sign-on");
    var refused = SERVER.stranger().get("/value-map?outcome=x");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).contains("name=\"next\" value=\"/value-map?outcome=x\"");
  }

  @Test
  void aGivenPasswordIsGoodForSettingAnotherAndNothingElse() {
    var entered = signIn(page(), "ada", GIVEN, "/portfolio");
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.headers()).containsEntry("location", "/password?next=%2Fportfolio");
    var browser = with(entered);
    var me = browser.get("/api/v1/me").json();
    assertThat(me.path("mustChangePassword").asBoolean()).isTrue();
    assertThat(browser.get("/api/v1/runs").code()).isEqualTo("password-change-needed");
    assertThat(browser.get("/portfolio").headers())
        .containsEntry("location", "/password?next=%2Fportfolio");
    assertThat(browser.get("/password?next=/portfolio").body()).contains("Set a password");

    assertThat(change(browser, GIVEN, "too short").status()).isEqualTo(422);
    assertThat(change(browser, "not the given one", OWN).status()).isEqualTo(403);
    assertThat(change(browser, GIVEN, GIVEN).body()).contains("is that until now");
    var changed = change(browser, GIVEN, OWN);
    assertThat(changed.headers()).containsEntry("location", "/portfolio");

    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    var renewed = with(changed).get("/api/v1/me").json();
    assertThat(renewed.path("mustChangePassword").asBoolean()).isFalse();
    assertThat(signIn(page(), "ada", GIVEN, "/").status()).isEqualTo(401);
    assertThat(signIn(page(), "ada", OWN, "/runs").headers()).containsEntry("location", "/runs");
    assertThat(SERVER.acts()).contains("ada: password set ada", "ada: sign in refused ada");
  }

  @Test
  void anUnknownUserAndAWrongPasswordAreAnsweredAlike() {
    var wrong = signIn(page(), "ben", "not the password", "/");
    var unknown = signIn(page(), "nobody", "not the password", "/");
    var none = signIn(page(), "viewer-user", "not the password", "/");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(none.body()).isEqualTo(wrong.body());
    assertThat(unknown.headers().get("set-cookie")).isNull();
    signIn(page(), "My P4ssword, in the wrong field", "x", "/");
    assertThat(SERVER.acts()).noneMatch(act -> act.contains("P4ssword"));
  }

  @Test
  void aPasswordIsSetByTheApiTooAndTheSessionIsAnother() {
    var browser = with(signIn(page(), "cid", GIVEN, "/")).with("X-Outturn", "1");
    var body = "{\"current\": \"%s\", \"new\": \"%s\"}".formatted(GIVEN, OWN);
    var changed = browser.send("PUT", "/api/v1/me/password", body);
    assertThat(changed.status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(with(changed).get("/api/v1/me").status()).isEqualTo(200);
    var wrong = with(changed).with("X-Outturn", "1").send("PUT", "/api/v1/me/password", body);
    assertThat(wrong.code()).isEqualTo("forbidden");
    assertThat(give("nobodi", GIVEN).code()).isEqualTo("not-found");
    assertThat(give("cid", "cidcidcidcidcid").code()).isEqualTo("invalid-input");
  }

  @Test
  void manyWrongTriesOfOneUserHaveToWait() {
    Client.Answer answer = signIn(page(), "dot", "wrong", "/");
    for (int i = 0; i < 10 && answer.status() == 401; i++)
      answer = signIn(page(), "dot", "wrong", "/");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().get("retry-after"))).isBetween(1, 301);
    assertThat(answer.body()).contains("Too many tries were wrong");
    assertThat(signIn(page(), "dot", GIVEN, "/").status()).isEqualTo(429);
  }

  @Test
  void sessionsAreListedAndEndedAndSigningOutEndsOne() {
    var old = with(signIn(page(), "eve", GIVEN, "/"));
    var browser = with(change(old, GIVEN, OWN)).with("X-Outturn", "1").with("User-Agent", "Tester");
    var other = with(signIn(page().with("User-Agent", "Phone"), "eve", OWN, "/"));
    var listed = browser.get("/api/v1/sessions").json().path("items");
    assertThat(listed.size()).isEqualTo(2);
    assertThat(listed.path(0).path("current").asBoolean()).isTrue();
    assertThat(listed.path(1).path("from").path("agent").asString()).isEqualTo("Phone");
    var id = listed.path(1).path("id").asString();

    assertThat(browser.get("/api/v1/sessions?user=*").code()).isEqualTo("forbidden");
    assertThat(SERVER.client(Role.OPERATOR).send("DELETE", "/api/v1/sessions/" + id, "").status())
        .isEqualTo(404);
    assertThat(browser.send("DELETE", "/api/v1/sessions/" + id, "").status()).isEqualTo(204);
    assertThat(other.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(SERVER.client(Role.ADMIN).get("/api/v1/sessions?user=*").body()).contains("eve");

    assertThat(
            SERVER
                .stranger()
                .with("Cookie", browser.headers().get("Cookie"))
                .send("POST", "/logout", "")
                .status())
        .isEqualTo(403);
    var left = browser.send("POST", "/logout", "");
    assertThat(left.headers()).containsEntry("location", "/login");
    assertThat(left.headers().get("set-cookie")).contains("Max-Age=0");
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    signIn(page(), "eve", OWN, "/");
    var all = SERVER.client(Role.ADMIN).send("DELETE", "/api/v1/sessions?user=eve", "");
    assertThat(all.json().path("ended").asInt()).isEqualTo(1);
  }

  @Test
  void behindATlsProxyTheCookieIsOfThisHostAlone() {
    try (var server = TestServer.start(new HttpSettings.Front(Transport.TLS_PROXY))) {
      var body = "{\"password\": \"%s\"}".formatted(GIVEN);
      server.client(Role.ADMIN).send("PUT", "/api/v1/users/viewer-user/password", body);
      var form = form(Map.of("name", "viewer-user", "password", GIVEN));
      var asked = server.stranger().with("Origin", "https://localhost:" + server.port());
      var answer =
          asked.with("X-Forwarded-For", "10.0.0.1, 192.0.2.9").send("POST", "/login", form);
      var cookie = answer.headers().get("set-cookie");
      assertThat(cookie).startsWith("__Host-outturn_session=").contains("; Secure", "Path=/");
      assertThat(answer.headers()).containsKey("strict-transport-security");
      var value = cookie.replaceAll(";.*", "");
      var me = server.stranger().with("Cookie", value).get("/api/v1/me");
      assertThat(me.status()).isEqualTo(200);
      var planted = value.replace("__Host-", "");
      assertThat(server.stranger().with("Cookie", planted).get("/api/v1/me").status())
          .isEqualTo(401);
      var sessions = server.client(Role.ADMIN).get("/api/v1/sessions?user=viewer-user");
      assertThat(sessions.body()).contains("192.0.2.9");
    }
  }
}
