package outturn.http.signin;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import outturn.store.identity.Passwords;
import outturn.store.identity.StoredPassword;

/// The password of the first administrator: told once, and good for setting another.
public final class FirstPassword {
  // Without letters and digits that look alike: 32 signs, so 100 bits in 20 of them.
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789-";
  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  /// The password, unless this user has one already.
  public static Optional<String> give(String user, Passwords passwords) {
    if (passwords.find(user).isPresent()) return Optional.empty();
    var password =
        RANDOM
            .ints(LENGTH, 0, SIGNS.length())
            .mapToObj(index -> String.valueOf(SIGNS.charAt(index)))
            .collect(Collectors.joining());
    var stored = StoredPassword.given(PasswordHash.of(password));
    return passwords.setFirst(user, stored, "server") ? Optional.of(password) : Optional.empty();
  }
}
