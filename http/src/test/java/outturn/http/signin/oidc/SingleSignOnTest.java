package outturn.http.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static outturn.http.signin.oidc.SignOn.assertRefused;
import static outturn.http.signin.oidc.SignOn.begin;
import static outturn.http.signin.oidc.SignOn.cookie;
import static outturn.http.signin.oidc.SignOn.front;
import static outturn.http.signin.oidc.SignOn.person;

import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.http.TestServer;
import outturn.http.identity.SessionCookie.Transport;
import outturn.store.identity.Role;

class SingleSignOnTest {
  private static final SignOn SIGN_ON = new SignOn();
  private static final FakeProvider PROVIDER = SIGN_ON.provider;
  private static final TestServer SERVER = SIGN_ON.server;

  @AfterAll
  static void stop() {
    SIGN_ON.close();
  }

  private static String role(String user) {
    return SERVER.services().access().users().find(user).orElseThrow().role().word();
  }

  @Test
  void thePageHasALinkThatRemembersWhereToGoOn() {
    assertThat(SERVER.stranger().get("/login?next=/portfolio%3Fa=1").body())
        .contains("href=\"/login/oidc?next=%2Fportfolio%3Fa%3D1\"", "Single sign-on")
        .doesNotContain("<script");
    assertThat(SERVER.stranger().get("/outcomes/x/statement").body())
        .contains("href=\"/login/oidc?next=%2Foutcomes%2Fx%2Fstatement\"");
  }

  @Test
  void theProviderIsAskedForACodeThatOnlyThisBrowserCanUse() {
    var answer = SERVER.stranger().get("/login/oidc");
    var asked =
        FakeProvider.fields(
            URI.create(answer.headers().getOrDefault("location", "")).getRawQuery());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "outturn")
        .containsEntry("scope", "openid profile")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://outturn.example.org/login/oidc/return")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKey("client_secret");
    assertThat(answer.headers().get("set-cookie"))
        .startsWith("outturn_single_sign_on=")
        .contains("; HttpOnly", "; SameSite=Lax", "Max-Age=600")
        .doesNotContain(asked.get("code_challenge"));
    var again = SERVER.stranger().get("/login/oidc");
    assertThat(cookie(again)).isNotEqualTo(cookie(answer));
  }

  @Test
  void theFirstSignInMakesTheUserAndOpensASession() {
    var claims = new HashMap<>(person("Ada", "staff", "it", "unknown"));
    claims.put("name", "Ada\nLovelace");
    var answer = SIGN_ON.signIn(claims);
    assertThat(answer.headers()).containsEntry("location", "/portfolio");
    assertThat(answer.headers().get("set-cookie"))
        .startsWith("outturn_session=")
        .contains("; HttpOnly", "; SameSite=Lax", "Max-Age=604800");
    var me = SIGN_ON.browser(answer).get("/api/v1/me").json();
    assertThat(me.path("user").asString()).isEqualTo("ada");
    var user = SERVER.services().access().users().find("ada").orElseThrow();
    assertThat(user.title()).isEqualTo("Ada Lovelace");
    assertThat(user.role()).isEqualTo(Role.ADMIN);
    assertThat(SIGN_ON.browser(answer).get("/api/v1/sessions").body()).contains("single sign-on");
    assertThat(SERVER.acts()).contains("single sign-on: user add ada", "ada: sign in ada");
  }

  @Test
  void theSessionBeforeEndsSoThatAPlantedOneIsWorthless() {
    var planted = SERVER.browser(Role.VIEWER);
    var away = SIGN_ON.begin();
    var both =
        planted.headers().get("Cookie")
            + "; "
            + away.browser().headers().getOrDefault("Cookie", "");
    var query = PROVIDER.signIn(away.request(), person("bea", "staff"));
    var answer = SERVER.stranger().with("Cookie", both).get("/login/oidc/return?" + query);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(planted.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void onlyTheBrowserThatBeganEnds() {
    var mine = SIGN_ON.begin();
    var query = PROVIDER.signIn(mine.request(), person("cleo", "staff"));
    assertRefused(SERVER.stranger().get("/login/oidc/return?" + query), 401, "has not begun");
    assertRefused(SIGN_ON.begin().back(query), 401, "has not begun");
    var wrong = query.replaceAll("state=[^&]+", "state=" + "A".repeat(43));
    assertRefused(mine.back(wrong), 401, "has not begun");
    assertRefused(mine.back(query.replaceAll("&state=[^&]+", "")), 401, "has not begun");
    var garbage = SERVER.stranger().with("Cookie", "outturn_single_sign_on=..%.\"<script>");
    assertRefused(garbage.get("/login/oidc/return?" + query), 401, "has not begun");
    assertThat(SIGN_ON.knows("cleo")).isFalse();
    assertThat(mine.back(query).status()).isEqualTo(303);
  }

  @Test
  void anAnswerOfAnotherProviderIsNotTaken() {
    var away = SIGN_ON.begin();
    var query = PROVIDER.signIn(away.request(), person("dora", "staff"));
    var other = query.replaceAll("iss=.*", "iss=https://evil.example");
    assertRefused(away.back(other), 401, "another provider");
  }

  @Test
  void aSignInIsGoodOnceEvenIfTheProviderTakesItsCodeAgain() {
    var away = SIGN_ON.begin();
    var query = PROVIDER.signIn(away.request(), person("ida", "staff"));
    assertThat(away.back(query).status()).isEqualTo(303);
    assertRefused(away.back(query), 401, "does not take the sign-in: invalid_grant");

    try (var provider = new FakeProvider();
        var server = TestServer.start(front(Transport.PLAIN, provider))) {
      provider.letCodesWorkAgain();
      var other = begin(server.stranger(), "/");
      var twice = provider.signIn(other.request(), person("ida", "staff"));
      assertThat(other.back(twice).status()).isEqualTo(303);
      assertRefused(other.back(twice), 401, "was made before");
    }
  }

  @Test
  void aStolenCodeIsWorthNothingInAnotherBrowser() {
    var victim = SIGN_ON.begin();
    var stolen = PROVIDER.signIn(victim.request(), person("jan", "it"));
    var thief = SIGN_ON.begin();
    var own = FakeProvider.fields(URI.create(thief.request()).getRawQuery());
    var injected = stolen.replaceAll("state=[^&]+", "state=" + own.get("state"));
    assertRefused(thief.back(injected), 401, "invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/login/oidc"
      })
  void signingInLeadsNowhereElse(String next) {
    var away = begin(SERVER.stranger(), next);
    var answer = away.back(PROVIDER.signIn(away.request(), person("kim", "staff")));
    assertThat(answer.headers()).containsEntry("location", "/");

    var again = SIGN_ON.begin();
    var kept = again.browser().headers().getOrDefault("Cookie", "");
    var path = Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(UTF_8));
    var changed = SERVER.stranger().with("Cookie", kept.replaceAll("\\.[^.]*$", "." + path));
    var query = PROVIDER.signIn(again.request(), person("kim", "staff"));
    assertThat(changed.get("/login/oidc/return?" + query).headers()).containsEntry("location", "/");
  }

  @Test
  void theRoleFollowsTheGroupsAndOtherSessionsEndWhenItChanges() {
    var first = SIGN_ON.browser(SIGN_ON.signIn(person("lea", "/ops")));
    assertThat(role("lea")).isEqualTo("operator");
    var second = SIGN_ON.browser(SIGN_ON.signIn(person("lea", "/ops")));
    assertThat(first.get("/api/v1/me").status()).isEqualTo(200);
    var third = SIGN_ON.browser(SIGN_ON.signIn(person("lea", "staff")));
    assertThat(role("lea")).isEqualTo("viewer");
    assertThat(first.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(second.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(third.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(SERVER.acts()).contains("single sign-on: user role lea");
  }

  @Test
  void whoIsInNoGroupWithARoleStaysOutAndLosesWhatHeHad() {
    assertRefused(SIGN_ON.signIn(person("mia", "elsewhere")), 401, "knows you as mia, in no group");
    assertThat(SIGN_ON.knows("mia")).isFalse();
    assertRefused(
        SIGN_ON.signIn(Map.of("sub", "1", "preferred_username", "mia")), 401, "in no group");

    var browser = SIGN_ON.browser(SIGN_ON.signIn(person("mia", "it")));
    assertThat(browser.get("/api/v1/audit").status()).isEqualTo(200);
    assertRefused(SIGN_ON.signIn(person("mia")), 401, "in no group");
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(role("mia")).isEqualTo("viewer");
    assertThat(SERVER.acts()).contains("single sign-on: sign in refused mia");
  }

  @Test
  void aNameAtTheProviderIsNoClaimToAUserHere() {
    assertRefused(SIGN_ON.signIn(person("admin-user", "staff")), 401, "admin-user here already");
    assertThat(role("admin-user")).isEqualTo("admin");
    assertThat(SIGN_ON.signIn(person("nell", "staff")).status()).isEqualTo(303);
    var impostor = new HashMap<>(person("nell", "it"));
    impostor.put("sub", "somebody else");
    assertRefused(SIGN_ON.signIn(impostor), 401, "nell here already");
    assertThat(role("nell")).isEqualTo("viewer");
    var renamed = new HashMap<>(person("nell", "staff"));
    renamed.put("preferred_username", "nelly");
    var me = SIGN_ON.browser(SIGN_ON.signIn(renamed)).get("/api/v1/me").json();
    assertThat(me.path("user").asString()).isEqualTo("nell");
    assertRefused(SIGN_ON.signIn(person("a b<script>", "it")), 401, "not a user name");
    assertRefused(
        SIGN_ON.signIn(Map.of("sub", "2", "groups", "it")),
        401,
        "its token has no preferred_username");
  }

  @Test
  void whatTheProviderSaysIsShownAsTextAndOnlyInAnswerToWhoAsked() {
    var away = SIGN_ON.begin();
    var state = FakeProvider.fields(URI.create(away.request()).getRawQuery()).get("state");
    var error = "error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=";
    assertRefused(away.back(error + state), 401, "The provider says: &lt;script&gt;alert(1)");
    var planted = SERVER.stranger().get("/login/oidc/return?" + error + state);
    assertRefused(planted, 401, "has not begun");
    assertThat(planted.body()).doesNotContain("alert(1)");
    assertRefused(SIGN_ON.begin().back("state=" + state), 401, "has not begun");
    assertRefused(away.back("state=" + state), 401, "sent no code");
  }

  @Test
  void aProviderThatIsDownIsToldInWordsAndPasswordsGoOn() {
    var provider = new FakeProvider();
    try (var server = TestServer.start(front(Transport.PLAIN, provider))) {
      var away = begin(server.stranger(), "/portfolio");
      var query = provider.signIn(away.request(), person("ole", "staff"));
      provider.close();
      assertRefused(away.back(query), 502, "does not answer", "action=\"/login\"");
    }
    try (var server = TestServer.start(front(Transport.PLAIN, provider))) {
      var answer = server.stranger().get("/login/oidc?next=/portfolio");
      assertRefused(answer, 502, "does not answer", "value=\"/portfolio\"");
    }
  }

  @Test
  void behindATlsProxyWhatIsKeptIsOfThisHostAlone() {
    try (var server = TestServer.start(front(Transport.TLS_PROXY, PROVIDER))) {
      var answer = server.stranger().get("/login/oidc");
      assertThat(answer.headers().get("set-cookie"))
          .startsWith("__Host-outturn_single_sign_on=")
          .contains("; Secure", "Path=/;");
      var away = begin(server.stranger(), "/");
      var query = PROVIDER.signIn(away.request(), person("pia", "staff"));
      var planted = away.browser().headers().getOrDefault("Cookie", "").replace("__Host-", "");
      assertRefused(
          server.stranger().with("Cookie", planted).get("/login/oidc/return?" + query),
          401,
          "has not begun");
      assertThat(cookie(away.back(query))).startsWith("__Host-outturn_session=");
    }
  }

  @Test
  void aServerWithoutItSaysSo() {
    try (var server = TestServer.start()) {
      assertThat(server.stranger().get("/login/oidc").detail()).contains("--single-sign-on FILE");
      assertThat(server.stranger().get("/login/oidc/return?code=x").status()).isEqualTo(404);
      assertThat(server.stranger().get("/login").body()).doesNotContain("Single sign-on");
    }
  }
}
