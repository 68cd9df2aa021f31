package outturn.http.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static outturn.http.signin.oidc.SignOn.assertRefused;
import static outturn.http.signin.oidc.SignOn.begin;
import static outturn.http.signin.oidc.SignOn.front;
import static outturn.http.signin.oidc.SignOn.person;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.http.TestServer;
import outturn.http.identity.SessionCookie.Transport;

/// ID tokens that are right in all but one thing.
class IdTokenTest {
  private static final SignOn SIGN_ON = new SignOn();
  private static final FakeProvider PROVIDER = SIGN_ON.provider;

  @AfterAll
  static void stop() {
    SIGN_ON.close();
  }

  @AfterEach
  void makeRightTokensAgain() {
    PROVIDER.tokens(PROVIDER::signed);
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
    var answer = SIGN_ON.signIn(claims);
    assertRefused(answer, 401, "cannot be trusted");
    assertThat(answer.headers().get("set-cookie")).contains("Max-Age=0");
    assertThat(SIGN_ON.knows("eva")).isFalse();
  }

  @Test
  void aTokenForOthersTooIsRefusedUnlessItWasMadeForThisClient() {
    var claims = new HashMap<>(person("fay", "it"));
    claims.put("aud", List.of("another-client", FakeProvider.CLIENT));
    claims.put("azp", "another-client");
    assertRefused(SIGN_ON.signIn(claims), 401, "cannot be trusted");
    claims.put("azp", FakeProvider.CLIENT);
    assertThat(SIGN_ON.signIn(claims).status()).isEqualTo(303);
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
      assertRefused(SIGN_ON.signIn(person("gus", "it")), 401, "cannot be trusted");
      assertThat(SIGN_ON.knows("gus")).as(name).isFalse();
    });
    PROVIDER.tokens(claims -> {
      var parts = PROVIDER.signed(claims).split("\\.", -1);
      claims.put("preferred_username", "somebody-else");
      return parts[0] + "." + PROVIDER.signed(claims).split("\\.", -1)[1] + "." + parts[2];
    });
    assertRefused(SIGN_ON.signIn(person("gus", "it")), 401, "cannot be trusted");
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
  void aTokenFromTheFutureOrOfLongAgoIsNotTaken() {
    var claims = new HashMap<>(person("quin", "it"));
    claims.put("exp", Instant.now().getEpochSecond() - 120);
    assertRefused(SIGN_ON.signIn(claims), 401, "cannot be trusted");
    claims.put("exp", Instant.now().getEpochSecond() + 900);
    claims.put("iat", Instant.now().getEpochSecond() + 600);
    assertRefused(SIGN_ON.signIn(claims), 401, "cannot be trusted");
  }
}
