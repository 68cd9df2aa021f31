package outturn.http.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outturn.http.Client;
import outturn.http.HttpSettings;
import outturn.http.TestServer;
import outturn.http.identity.SessionCookie.Transport;
import outturn.store.identity.Role;

class SingleSignOnTest {
  private static final FakeProvider PROVIDER = new FakeProvider();
  private static final TestServer SERVER = TestServer.start(front(Transport.PLAIN, PROVIDER));

  @AfterAll
  static void stop() {
    SERVER.close();
    PROVIDER.close();
  }

  @AfterEach
  void makeRightTokensAgain() {
    PROVIDER.tokens(PROVIDER::signed);
  }

  private static HttpSettings.Front front(Transport transport, FakeProvider provider) {
    var settings =
        new SingleSignOn(
            URI.create(provider.issuer()),
            new SingleSignOn.Client(FakeProvider.CLIENT, Optional.of(FakeProvider.SECRET)),
            URI.create("https://outturn.example.org"),
            List.of("openid", "profile"),
            new SingleSignOn.Claims("preferred_username", "groups"),
            Map.of("staff", Role.VIEWER, "/ops", Role.OPERATOR, "it", Role.ADMIN));
    return new HttpSettings.Front(transport, Optional.of(settings));
  }

  /// A browser that was sent to the provider.
  private record Away(Client browser, String request) {
    Client.Answer back(String query) {
      return browser.get("/login/oidc/return?" + query);
    }
  }

  private static Away begin(Client from, String next) {
    var answer = from.get("/login/oidc?next=" + URLEncoder.encode(next, UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return new Away(
        from.with("Cookie", cookie(answer)), answer.headers().getOrDefault("location", ""));
  }

  private static Away begin() {
    return begin(SERVER.stranger(), "/portfolio");
  }

  private static String cookie(Client.Answer answer) {
    return answer.headers().getOrDefault("set-cookie", "").replaceAll(";.*", "");
  }

  private static Map<String, Object> person(String name, String... groups) {
    return Map.of("sub", "id of " + name, "preferred_username", name, "groups", List.of(groups));
  }

  private static Client.Answer signIn(Map<String, Object> claims) {
    var away = begin();
    return away.back(PROVIDER.signIn(away.request(), claims));
  }

  private static Client browser(Client.Answer signedIn) {
    assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
    return SERVER.stranger().with("Cookie", cookie(signedIn));
  }

  private static String role(String user) {
    return SERVER.services().access().users().find(user).orElseThrow().role().word();
  }

  private static void assertRefused(Client.Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words).doesNotContain("<script");
    assertThat(answer.headers().getOrDefault("set-cookie", "")).doesNotContain("outturn_session");
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
    var answer = signIn(claims);
    assertThat(answer.headers()).containsEntry("location", "/portfolio");
    assertThat(answer.headers().get("set-cookie"))
        .startsWith("outturn_session=")
        .contains("; HttpOnly", "; SameSite=Lax", "Max-Age=604800");
    var me = browser(answer).get("/api/v1/me").json();
    assertThat(me.path("user").asString()).isEqualTo("ada");
    var user = SERVER.services().access().users().find("ada").orElseThrow();
    assertThat(user.title()).isEqualTo("Ada Lovelace");
    assertThat(user.role()).isEqualTo(Role.ADMIN);
    assertThat(browser(answer).get("/api/v1/sessions").body()).contains("single sign-on");
    assertThat(SERVER.acts()).contains("single sign-on: user add ada", "ada: sign in ada");
  }

  @Test
  void theSessionBeforeEndsSoThatAPlantedOneIsWorthless() {
    var planted = SERVER.browser(Role.VIEWER);
    var away = begin();
    var both =
        planted.headers().get("Cookie") + "; " + away.browser().headers().getOrDefault("Cookie", "");
    var query = PROVIDER.signIn(away.request(), person("bea", "staff"));
    var answer = SERVER.stranger().with("Cookie", both).get("/login/oidc/return?" + query);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(planted.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void onlyTheBrowserThatBeganEnds() {
    var mine = begin();
    var query = PROVIDER.signIn(mine.request(), person("cleo", "staff"));
    assertRefused(SERVER.stranger().get("/login/oidc/return?" + query), 401, "has not begun");
    assertRefused(begin().back(query), 401, "has not begun");
    var wrong = query.replaceAll("state=[^&]+", "state=" + "A".repeat(43));
    assertRefused(mine.back(wrong), 401, "has not begun");
    assertRefused(mine.back(query.replaceAll("&state=[^&]+", "")), 401, "has not begun");
    var garbage = SERVER.stranger().with("Cookie", "outturn_single_sign_on=..%.\"<script>");
    assertRefused(garbage.get("/login/oidc/return?" + query), 401, "has not begun");
    assertThat(SERVER.services().access().users().find("cleo")).isEmpty();
    assertThat(mine.back(query).status()).isEqualTo(303);
  }

  @Test
  void anAnswerOfAnotherProviderIsNotTaken() {
    var away = begin();
    var query = PROVIDER.signIn(away.request(), person("dora", "staff"));
    var other = query.replaceAll("iss=.*", "iss=https://evil.example");
    assertRefused(away.back(other), 401, "another provider");
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, of another sign-in",
    "nonce, ''",
    "aud, another-client",
    "iss, https://evil.example",
    "exp, 1700000000",
    "sub, ''",
  })
  void aTokenThatIsNotForThisSignInIsRefused(String claim, String value) {
    var claims = new HashMap<>(person("eva", "it"));
    claims.put(claim, claim.equals("exp") ? Long.valueOf(value) : value);
    var answer = signIn(claims);
    assertRefused(answer, 401, "cannot be trusted");
    assertThat(answer.headers().get("set-cookie")).contains("Max-Age=0");
    assertThat(SERVER.services().access().users().find("eva")).isEmpty();
  }

  @Test
  void aTokenForOthersTooIsRefusedUnlessItWasMadeForThisClient() {
    var claims = new HashMap<>(person("fay", "it"));
    claims.put("aud", List.of("another-client", FakeProvider.CLIENT));
    claims.put("azp", "another-client");
    assertRefused(signIn(claims), 401, "cannot be trusted");
    claims.put("azp", FakeProvider.CLIENT);
    assertThat(signIn(claims).status()).isEqualTo(303);
  }

  @Test
  void aTokenThatTheProviderHasNotSignedIsRefused() {
    var makers =
        Map.<String, Function<Map<String, Object>, String>>of(
            "forged", PROVIDER::forged,
            "none", FakeProvider::unsigned,
            "the public key as a secret", PROVIDER::confused,
            "the client's secret", FakeProvider::withSecret);
    makers.forEach((name, maker) -> {
      PROVIDER.tokens(maker);
      assertRefused(signIn(person("gus", "it")), 401, "cannot be trusted");
      assertThat(SERVER.services().access().users().find("gus")).as(name).isEmpty();
    });
    PROVIDER.tokens(claims -> {
      var parts = PROVIDER.signed(claims).split("\\.", -1);
      claims.put("preferred_username", "somebody-else");
      return parts[0] + "." + PROVIDER.signed(claims).split("\\.", -1)[1] + "." + parts[2];
    });
    assertRefused(signIn(person("gus", "it")), 401, "cannot be trusted");
  }

  @Test
  void newKeysOfTheProviderAreTaken() {
    try (var provider = new FakeProvider();
        var server = TestServer.start(front(Transport.PLAIN, provider))) {
      for (int i = 0; i < 2; i++) {
        var away = begin(server.stranger(), "/");
        var answer = away.back(provider.signIn(away.request(), person("hal", "staff")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        provider.rotate();
      }
    }
  }

  @Test
  void aSignInIsGoodOnceEvenIfTheProviderTakesItsCodeAgain() {
    var away = begin();
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
    var victim = begin();
    var stolen = PROVIDER.signIn(victim.request(), person("jan", "it"));
    var thief = begin();
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

    var again = begin();
    var kept = again.browser().headers().getOrDefault("Cookie", "");
    var path = Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(UTF_8));
    var changed = SERVER.stranger().with("Cookie", kept.replaceAll("\\.[^.]*$", "." + path));
    var query = PROVIDER.signIn(again.request(), person("kim", "staff"));
    assertThat(changed.get("/login/oidc/return?" + query).headers()).containsEntry("location", "/");
  }

  @Test
  void theRoleFollowsTheGroupsAndOtherSessionsEndWhenItChanges() {
    var first = browser(signIn(person("lea", "/ops")));
    assertThat(role("lea")).isEqualTo("operator");
    var second = browser(signIn(person("lea", "/ops")));
    assertThat(first.get("/api/v1/me").status()).isEqualTo(200);
    var third = browser(signIn(person("lea", "staff")));
    assertThat(role("lea")).isEqualTo("viewer");
    assertThat(first.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(second.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(third.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(SERVER.acts()).contains("single sign-on: user role lea");
  }

  @Test
  void whoIsInNoGroupWithARoleStaysOutAndLosesWhatHeHad() {
    assertRefused(signIn(person("mia", "elsewhere")), 401, "knows you as mia, in no group");
    assertThat(SERVER.services().access().users().find("mia")).isEmpty();
    assertRefused(signIn(Map.of("sub", "1", "preferred_username", "mia")), 401, "in no group");

    var browser = browser(signIn(person("mia", "it")));
    assertThat(browser.get("/api/v1/audit").status()).isEqualTo(200);
    assertRefused(signIn(person("mia")), 401, "in no group");
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(role("mia")).isEqualTo("viewer");
    assertThat(SERVER.acts()).contains("single sign-on: sign in refused mia");
  }

  @Test
  void aNameAtTheProviderIsNoClaimToAUserHere() {
    assertRefused(signIn(person("admin-user", "staff")), 401, "admin-user here already");
    assertThat(role("admin-user")).isEqualTo("admin");
    assertThat(signIn(person("nell", "staff")).status()).isEqualTo(303);
    var impostor = new HashMap<>(person("nell", "it"));
    impostor.put("sub", "somebody else");
    assertRefused(signIn(impostor), 401, "nell here already");
    assertThat(role("nell")).isEqualTo("viewer");
    var renamed = new HashMap<>(person("nell", "staff"));
    renamed.put("preferred_username", "nelly");
    var me = browser(signIn(renamed)).get("/api/v1/me").json();
    assertThat(me.path("user").asString()).isEqualTo("nell");
    assertRefused(signIn(person("a b<script>", "it")), 401, "not a user name");
    assertRefused(
        signIn(Map.of("sub", "2", "groups", "it")), 401, "its token has no preferred_username");
  }

  @Test
  void whatTheProviderSaysIsShownAsTextAndOnlyInAnswerToWhoAsked() {
    var away = begin();
    var state = FakeProvider.fields(URI.create(away.request()).getRawQuery()).get("state");
    var error = "error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=";
    assertRefused(away.back(error + state), 401, "The provider says: &lt;script&gt;alert(1)");
    var planted = SERVER.stranger().get("/login/oidc/return?" + error + state);
    assertRefused(planted, 401, "has not begun");
    assertThat(planted.body()).doesNotContain("alert(1)");
    assertRefused(begin().back("state=" + state), 401, "has not begun");
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

  @Test
  void aTokenFromTheFutureOrOfLongAgoIsNotTaken() {
    var claims = new HashMap<>(person("quin", "it"));
    claims.put("exp", Instant.now().getEpochSecond() - 120);
    assertRefused(signIn(claims), 401, "cannot be trusted");
    claims.put("exp", Instant.now().getEpochSecond() + 900);
    claims.put("iat", Instant.now().getEpochSecond() + 600);
    assertRefused(signIn(claims), 401, "cannot be trusted");
  }
}
