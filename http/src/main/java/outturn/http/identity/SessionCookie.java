package outturn.http.identity;

import java.util.Optional;
import java.util.function.Function;
import outturn.store.identity.Sessions;

/// The cookie of a session.
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

  private BrowserCookie cookie() {
    return new BrowserCookie(transport, "outturn_session", Sessions.LIFE);
  }

  public String name() {
    return cookie().name();
  }

  /// The header that gives a browser its session.
  public String set(String value) {
    return cookie().set(value);
  }

  /// The header that makes a browser forget its session.
  public String clear() {
    return cookie().clear();
  }

  /// The session's value in a request.
  public Optional<String> find(Function<String, Optional<String>> headers) {
    return cookie().find(headers);
  }
}
