package outturn.http.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a browser says of the page that made it ask. No script can set these headers.
///
/// Source: W3C, *Fetch Metadata Request Headers*; RFC 6454, *The Web Origin Concept*.
public enum SameOrigin {
  /// A page of this server, or the address line.
  YES,
  /// A page of another site.
  NO,
  /// It was no browser, or one of before 2020 that reads.
  UNSAID;

  private static final Set<String> OURS = Set.of("same-origin", "none");

  /// @param headers finds a header by name
  public static SameOrigin of(Function<String, Optional<String>> headers) {
    var site = headers.apply("Sec-Fetch-Site");
    if (site.isPresent()) return OURS.contains(site.get()) ? YES : NO;
    var origin = headers.apply("Origin");
    if (origin.isEmpty()) return UNSAID;
    var host = headers.apply("Host").map(name -> name.toLowerCase(Locale.ROOT));
    return host.isPresent() && authority(origin.get()).equals(host) ? YES : NO;
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getRawAuthority())
          .map(name -> name.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException opaque) {
      return Optional.empty();
    }
  }
}
