package outturn.http.route;

import outturn.store.identity.Role;

/// Who may call a route.
public sealed interface Access {
  /// Everybody, signed in or not.
  record Open() implements Access {}

  /// Those who have this role, and others who prove themselves to the handler: it is told that
  /// nobody asks when they have no name.
  record Proves(Role role) implements Access {}

  /// Those who have this role, or one above it.
  record Needs(Role role) implements Access {}
}
