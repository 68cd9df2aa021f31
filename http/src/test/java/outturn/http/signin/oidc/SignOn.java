package outturn.http.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.http.Client;
import outturn.http.HttpSettings;
import outturn.http.TestServer;
import outturn.http.identity.SessionCookie.Transport;
import outturn.store.identity.Role;

/// A server whose people sign in by a provider, and what their browsers do.
final class SignOn implements AutoCloseable {
  final FakeProvider provider = new FakeProvider();
  final TestServer server = TestServer.start(front(Transport.PLAIN, provider));

  static HttpSettings.Front front(Transport transport, FakeProvider provider) {
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
  record Away(Client browser, String request) {
    Client.Answer back(String query) {
      return browser.get("/login/oidc/return?" + query);
    }
  }

  static Away begin(Client from, String next) {
    var answer = from.get("/login/oidc?next=" + URLEncoder.encode(next, UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return new Away(
        from.with("Cookie", cookie(answer)), answer.headers().getOrDefault("location", ""));
  }

  Away begin() {
    return begin(server.stranger(), "/portfolio");
  }

  static String cookie(Client.Answer answer) {
    return answer.headers().getOrDefault("set-cookie", "").replaceAll(";.*", "");
  }

  static Map<String, Object> person(String name, String... groups) {
    return Map.of("sub", "id of " + name, "preferred_username", name, "groups", List.of(groups));
  }

  Client.Answer signIn(Map<String, Object> claims) {
    var away = begin();
    return away.back(provider.signIn(away.request(), claims));
  }

  Client browser(Client.Answer signedIn) {
    assertThat(signedIn.status()).as(signedIn.body()).isEqualTo(303);
    return server.stranger().with("Cookie", cookie(signedIn));
  }

  static void assertRefused(Client.Answer answer, int status, String... words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words).doesNotContain("<script");
    assertThat(answer.headers().getOrDefault("set-cookie", "")).doesNotContain("outturn_session");
  }

  boolean knows(String user) {
    return server.services().access().users().find(user).isPresent();
  }

  @Override
  public void close() {
    server.close();
    provider.close();
  }
}
