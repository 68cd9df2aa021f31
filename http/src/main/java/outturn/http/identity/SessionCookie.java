package outturn.http.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import outturn.store.identity.Sessions;

/// The cookie of a session. Over TLS its name begins with `__Host-`, so that browsers take it from
/// this very host only, and only over TLS; the other name counts for nothing then.
///
/// It is `SameSite=Lax` and not `Strict`: who comes back from a sign-in elsewhere, or by a link in
/// a mail, is signed in. What changes something is protected by [SameOrigin] and a header.
public record SessionCookie(Transport transport) {

  /// How browsers reach the server.
  public enum Transport {
    /// Over plain HTTP, as on one host.
    PLAIN,
    /// By a proxy that speaks TLS to them, and tells who they are in `X-Forwarded-For`.
    TLS_PROXY
  }

  public String name() {
    return name("outturn_session");
  }

  private String name(String plain) {
    return transport == Transport.TLS_PROXY ? "__Host-" + plain : plain;
  }

  /// The header that gives a browser its session.
  public String set(String value) {
    return header(name(), value, Sessions.LIFE.toSeconds());
  }

  /// The header that makes a browser forget its session.
  public String clear() {
    return header(name(), "", 0);
  }

  private String header(String name, String value, long seconds) {
    var secure = transport == Transport.TLS_PROXY ? "; Secure" : "";
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name, value, seconds, secure);
  }

  /// The session's value in a request.
  public Optional<String> find(Function<String, Optional<String>> headers) {
    return headers.apply("Cookie").flatMap(header -> find(name(), header));
  }

  private static Optional<String> find(String name, String header) {
    return Arrays.stream(header.split(";", -1))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }
}
