package outturn.store.identity;

import java.time.Instant;
import java.util.regex.Pattern;

/// Somebody who may sign in; `title` is the name that people see.
public record User(String name, String title, Role role, Instant created) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,127}");

  public User {
    checkName(name);
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a user name: '%s'; expected small letters, digits and . _ @ -, at most 128"
              .formatted(name));
    }
  }
}
