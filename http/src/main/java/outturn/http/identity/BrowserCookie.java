package outturn.http.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import outturn.http.identity.SessionCookie.Transport;

/// A cookie of this server. Over TLS its name begins with `__Host-`, so that browsers take it from
/// this very host only, and only over TLS; the other name counts for nothing then. No script sees
/// it.
///
/// @param plain its name without TLS
/// @param life for how long a browser keeps it
public record BrowserCookie(Transport transport, String plain, Duration life) {
  public String name() {
    return transport == Transport.TLS_PROXY ? "__Host-" + plain : plain;
  }

  /// The header that gives it to a browser.
  public String set(String value) {
    return header(value, life.toSeconds());
  }

  /// The header that makes a browser forget it.
  public String clear() {
    return header("", 0);
  }

  private String header(String value, long seconds) {
    var secure = transport == Transport.TLS_PROXY ? "; Secure" : "";
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name(), value, seconds, secure);
  }

  /// Its value in a request.
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
