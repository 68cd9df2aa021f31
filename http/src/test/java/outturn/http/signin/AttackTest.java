package outturn.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.http.Client;
import outturn.http.TestServer;
import outturn.store.identity.Role;

/// What an attacker tries from outside.
class AttackTest {
  private static final String PASSWORD = "correct horse battery staple";
  private static final TestServer SERVER = TestServer.start();

  @BeforeAll
  static void givePassword() {
    var body = "{\"password\": \"%s\"}".formatted(PASSWORD);
    var admin = SERVER.client(Role.ADMIN);
    assertThat(admin.send("PUT", "/api/v1/users/admin-user/password", body).status())
        .isEqualTo(204);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Client.Answer signIn(Client from, String next) {
    var fields = Map.of("name", "admin-user", "password", PASSWORD, "next", next);
    return from.send("POST", "/login", SignInTest.form(fields));
  }

  private static Client page() {
    return SERVER.stranger().with("Sec-Fetch-Site", "same-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSitesPageChangesNothingWithAStolenRide(String site) {
    var browser = SERVER.browser(Role.OPERATOR);
    var forged = browser.with("Sec-Fetch-Site", site);
    assertThat(forged.post("/api/v1/runs", Map.of("workflow", "x")).code()).isEqualTo("forbidden");
    assertThat(forged.send("POST", "/logout", "").status()).isEqualTo(403);
    assertThat(signIn(SERVER.stranger().with("Sec-Fetch-Site", site), "/").status()).isEqualTo(403);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost",
        "http://localhost.evil.example"
      })
  void anOriginThatIsNotOursIsRefused(String origin) {
    var forged = SERVER.browser(Role.OPERATOR).with("Origin", origin);
    assertThat(forged.post("/api/v1/runs", Map.of("workflow", "x")).code()).isEqualTo("forbidden");
    assertThat(signIn(SERVER.stranger().with("Origin", origin), "/").status()).isEqualTo(403);
    var ours = "http://localhost:" + SERVER.port();
    assertThat(
            SERVER
                .browser(Role.OPERATOR)
                .with("Origin", ours)
                .post("/api/v1/runs", Map.of("workflow", "x"))
                .code())
        .isEqualTo("not-found");
  }

  @Test
  void aFormThatSaysNothingOfItsPageIsRefused() {
    assertThat(signIn(SERVER.stranger(), "/").status()).isEqualTo(403);
  }

  @Test
  void aPlantedSessionIsNotTheOneAfterSigningIn() {
    var planted = SERVER.browser(Role.VIEWER);
    var answer = signIn(page().with("Cookie", planted.headers().get("Cookie")), "/");
    assertThat(answer.headers().get("set-cookie"))
        .doesNotContain(planted.headers().get("Cookie").replaceAll(".*=", ""));
    assertThat(planted.get("/api/v1/me").status()).isEqualTo(401);
    var invented = page().with("Cookie", "outturn_session=chosen-by-an-attacker");
    assertThat(signIn(invented, "/").headers().get("set-cookie")).doesNotContain("chosen-by");
    assertThat(invented.get("/api/v1/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\r\nSet-Cookie: a=b",
        "javascript:alert(1)"
      })
  void signingInLeadsNowhereElse(String next) {
    var answer = signIn(page(), next);
    assertThat(answer.headers()).containsEntry("location", "/");
    assertThat(answer.headers().get("set-cookie")).doesNotContain("a=b");
  }

  @Test
  void whatIsAskedForIsShownAsText() {
    var script = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (var path : new String[] {"/login?next=/", "/login?code=", "/value-map?outcome="}) {
      var answer = SERVER.stranger().get(path + script);
      assertThat(answer.body()).as(path).doesNotContain("<script");
    }
    var form =
        SignInTest.form(Map.of("name", "\"><script>", "password", "x", "next", "/\"><script>"));
    assertThat(page().send("POST", "/login", form).body()).doesNotContain("<script");
  }

  @Test
  void forgedExpiredAndForeignTokensAreRefused() {
    var tokens = SERVER.services().access().tokens();
    var ended = tokens.issue("admin-user", Role.ADMIN, "old", Duration.ofSeconds(-1), "test");
    for (var text :
        new String[] {
          ended.orElseThrow().text(),
          "outturn_",
          "",
          "outturn_" + "A".repeat(43),
          "' or 1=1 --",
          SERVER.browser(Role.ADMIN).headers().get("Cookie").replaceAll(".*=", "")
        }) {
      var answer = SERVER.stranger().with("Authorization", "Bearer " + text).get("/api/v1/me");
      assertThat(answer.status()).as(text).isEqualTo(401);
    }
    var basic = SERVER.stranger().with("Authorization", "Basic YWRtaW46YWRtaW4=");
    assertThat(basic.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void nobodyRaisesHisOwnRole() {
    var editor = SERVER.client(Role.EDITOR);
    assertThat(editor.post("/api/v1/users", Map.of("name", "mine", "role", "admin")).code())
        .isEqualTo("forbidden");
    var body = "{\"password\": \"%s\"}".formatted(PASSWORD);
    assertThat(editor.send("PUT", "/api/v1/users/admin-user/password", body).code())
        .isEqualTo("forbidden");
    assertThat(editor.send("DELETE", "/api/v1/sessions?user=admin-user", "").code())
        .isEqualTo("forbidden");
  }

  @Test
  void oversizedBodiesAreRefused() {
    var form = "name=x&password=" + "x".repeat(70_000);
    assertThat(page().send("POST", "/login", form).status()).isEqualTo(413);
    var many = SignInTest.form(Map.of("name", "x".repeat(20_000), "password", "y".repeat(20_000)));
    assertThat(page().send("POST", "/login", many).status()).isEqualTo(401);
  }

  @Test
  void everyAnswerHasTheHeadersThatProtectBrowsers() throws IOException {
    var paths = new String[] {"/health", "/", "/login", "/style.css", "/api/v1/me", "/nothing"};
    for (var path : paths) {
      var headers = SERVER.stranger().get(path).headers();
      assertThat(headers.get("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
          .doesNotContain("script-src 'self' 'unsafe-inline'");
      assertThat(headers)
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("referrer-policy", "no-referrer")
          .containsEntry("cross-origin-opener-policy", "same-origin")
          .containsEntry("cross-origin-resource-policy", "same-origin")
          .containsEntry("cache-control", "no-store")
          .doesNotContainKey("strict-transport-security");
    }
    assertThat(raw("GET /  bad HTTP/1.1\r\nHost: x\r\n\r\n"))
        .contains("400", "Content-Security-Policy: default-src 'none'");
  }

  @Test
  void aLineBreakInARequestsPathAddsNoHeader() throws IOException {
    assertThat(
            raw(
                "GET /login?next=/%0d%0aX-Evil:%20yes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .doesNotContain("\r\nX-Evil");
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      var answer = new StringBuilder();
      var in = socket.getInputStream();
      var buffer = new byte[8_192];
      do {
        int read = in.read(buffer);
        if (read < 0) break;
        answer.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
      } while (!answer.toString().contains("\r\n\r\n"));
      return answer.toString();
    }
  }
}
