package outturn.http.signin;

import java.util.Locale;
import java.util.Optional;

/// Which passwords are taken: long ones, of whatever characters (NIST SP 800-63B, 3.1.1).
final class PasswordRules {
  private static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private PasswordRules() {}

  /// What is wrong with a password of somebody, and what to do.
  static Optional<String> fault(String password, String user) {
    long length = password.codePoints().count();
    if (length < SHORTEST) {
      return Optional.of(
          "the password has %d characters; at least %d are needed, such as four words"
              .formatted(length, SHORTEST));
    }
    if (length > LONGEST) {
      return Optional.of(
          "the password has %d characters; at most %d are taken".formatted(length, LONGEST));
    }
    if (password.codePoints().distinct().count() < 5) {
      return Optional.of("the password is made of fewer than five different characters");
    }
    if (password.toLowerCase(Locale.ROOT).replace(user, "").length() < SHORTEST / 2) {
      return Optional.of("the password is little more than the user's name");
    }
    return Optional.empty();
  }
}
