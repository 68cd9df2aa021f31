package outturn.http.route;

import outturn.store.identity.Principal;
import outturn.store.identity.Role;

/// Who makes a request, and from where.
///
/// @param session of a browser; 0 for programs and strangers
/// @param mustChange that the caller has to set another password first
/// @param address of the peer, or what a proxy that is trusted says of it
public record Caller(Principal principal, long session, boolean mustChange, String address) {
  private static final Principal NOBODY = new Principal("", Role.VIEWER);

  /// Somebody who is not signed in.
  public static Caller stranger(String address) {
    return new Caller(NOBODY, 0, false, address);
  }
}
