package outturn.store.identity;

import java.util.Locale;

/// What somebody may do; each role may also do what those before it may.
public enum Role {
  /// See.
  VIEWER,
  /// Start, hold, rerun and cancel.
  OPERATOR,
  /// Apply definitions, set secrets.
  EDITOR,
  /// Agree outcomes, give rights within a project.
  OWNER,
  /// Everything.
  ADMIN;

  public boolean allows(Role needed) {
    return compareTo(needed) >= 0;
  }

  Role atMost(Role limit) {
    return allows(limit) ? limit : this;
  }

  /// As it is written in the database, in files and in the API: `viewer`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String word) {
    for (var role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "not a role: '%s'; expected viewer, operator, editor, owner or admin".formatted(word));
  }
}
