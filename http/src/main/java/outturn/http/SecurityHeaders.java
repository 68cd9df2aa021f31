package outturn.http;

import java.util.LinkedHashMap;
import java.util.Map;
import outturn.http.identity.SessionCookie.Transport;

/// What every answer tells browsers, so that they do not help an attacker.
///
/// Source: OWASP, *HTTP Security Response Headers Cheat Sheet*.
final class SecurityHeaders {
  // Scripts are files of this server, never text of a page: what somebody has smuggled into a page
  // does not run.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String YEAR = "max-age=31536000";

  private final Map<String, String> all = new LinkedHashMap<>();

  SecurityHeaders(Transport transport) {
    all.put("Content-Security-Policy", POLICY);
    all.put("X-Content-Type-Options", "nosniff");
    all.put("Referrer-Policy", "no-referrer");
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Cross-Origin-Resource-Policy", "same-origin");
    all.put("X-Frame-Options", "DENY");
    all.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // Nobody keeps what only its reader may see. What everybody may, such as a script, says so
    // itself.
    all.put("Cache-Control", "no-store");
    if (transport == Transport.TLS_PROXY) all.put("Strict-Transport-Security", YEAR);
  }

  Map<String, String> all() {
    return all;
  }
}
