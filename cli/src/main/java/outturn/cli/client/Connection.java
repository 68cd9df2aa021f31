package outturn.cli.client;

import java.net.URI;

/// A server and the right to use it.
///
/// @param url without a slash at its end
/// @param origin what named it, for messages
public record Connection(URI url, String token, String origin) {

  URI resolve(String target) {
    return URI.create(url + target);
  }

  @Override
  public String toString() {
    return url + " (" + origin + ")";
  }
}
