package outturn.store.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals texts with the server's key, each to the same length, so that the database tells nothing
/// of them: AES-256-GCM with a nonce of its own.
public final class Seal {
  /// Longer than any text that is sealed, in bytes of UTF-8.
  private static final int LENGTH = 8_192;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretsKey key;
  private final SecureRandom random = new SecureRandom();

  public Seal(SecretsKey key) {
    this.key = key;
  }

  /// @param about what it belongs to; it opens for nothing else
  /// @throws IllegalArgumentException for a text that is too long
  public byte[] close(String about, String text) {
    var bytes = text.getBytes(UTF_8);
    if (bytes.length > LENGTH - Integer.BYTES) {
      throw new IllegalArgumentException(
          "a text of %d bytes cannot be sealed; %d are the most"
              .formatted(bytes.length, LENGTH - Integer.BYTES));
    }
    var plain = ByteBuffer.allocate(LENGTH).putInt(bytes.length).put(bytes).array();
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, about, nonce).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @throws Unreadable when it was sealed with another key, or for something else
  public String open(String about, byte[] sealed) {
    var buffer = ByteBuffer.wrap(sealed);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var rest = new byte[buffer.remaining()];
    buffer.get(rest);
    try {
      var plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, about, nonce).doFinal(rest));
      var bytes = new byte[plain.getInt()];
      plain.get(bytes);
      return new String(bytes, UTF_8);
    } catch (GeneralSecurityException strange) {
      throw new Unreadable(
          "%s was sealed with another secrets.key: put that one back and restart".formatted(about),
          strange);
    }
  }

  private Cipher cipher(int mode, String about, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(UTF_8));
    return cipher;
  }
}
