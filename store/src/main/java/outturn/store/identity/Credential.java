package outturn.store.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// 256 random bits as text: too many to guess, so a plain hash of them is safe to store. Its
/// randomness is not to be chosen by a caller.
final class Credential {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Credential() {}

  static String make(String prefix) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String credential) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(credential.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
