package outturn.http.route;

import outturn.store.identity.Role;

/// Who may call a route.
public sealed interface Access {
  /// Everybody, signed in or not.
  record Open() implements Access {}

  /// Everybody who is signed in, about himself: also who must set another password first.
  record Self(Asked asked) implements Access {}

  /// Those who have this role, and others who prove themselves to the handler: it is told that
  /// nobody asks when they have no name.
  record Proves(Role role, Where where) implements Access {}

  /// Those who have this role, or one above it, at the place.
  record Needs(Role role, Where where) implements Access {
    public Needs(Role role) {
      this(role, new Where.Everywhere());
    }
  }

  /// How a browser with a session asks for a change, which no other site must make it do.
  enum Asked {
    /// By a script, which sets a header that other sites cannot.
    BY_SCRIPT,
    /// By a form, which the browser says to be of a page of this server.
    BY_FORM
  }
}
