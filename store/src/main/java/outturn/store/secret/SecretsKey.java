package outturn.store.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import outturn.store.folder.CannotStart;
import outturn.store.folder.PrivateFile;

/// The 256-bit key that encrypts the secrets of this server: 64 hexadecimal digits in a file
/// outside of the database and of every backup. Its id tells keys apart without telling the key.
public final class SecretsKey {
  private static final int BYTES = 32;
  private static final int ID_DIGITS = 16;

  private final SecretKey key;
  private final String id;

  private SecretsKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.id = idOf(bytes);
  }

  /// The key in the file, made if there is none. Throws [CannotStart] if the file has something
  /// else.
  public static SecretsKey in(PrivateFile file) {
    if (file.read().isEmpty()) {
      var fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      file.write(HexFormat.of().formatHex(fresh));
    }
    try {
      var bytes = HexFormat.of().parseHex(file.read().orElseThrow());
      if (bytes.length == BYTES) {
        return new SecretsKey(bytes);
      }
    } catch (IllegalArgumentException notHexadecimal) {
      // Said below.
    }
    throw new CannotStart(
        "%s has no key: expected 64 hexadecimal digits; put the right file back, or remove it and set all secrets again"
            .formatted(file.path()));
  }

  String id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  private static String idOf(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("outturn secrets key id".getBytes(UTF_8));
      var hash = digest.digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_DIGITS / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
