package outturn.runtime.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of a request: HMAC-SHA256 of its body; and keys that are made of secrets.
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private Signature() {}

  /// Whether the header holds the body's signature, in hexadecimal, with or without `sha256=`.
  public static boolean matches(String header, byte[] body, String secret) {
    var hex = header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : header;
    try {
      var given = HexFormat.of().parseHex(hex.strip().toLowerCase(Locale.ROOT));
      // In constant time: how much of it is right must not be told.
      return MessageDigest.isEqual(given, of(body, secret));
    } catch (IllegalArgumentException notHexadecimal) {
      return false;
    }
  }

  /// The HMAC-SHA256 of a text, in hexadecimal.
  public static String hex(String text, String secret) {
    return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8), secret));
  }

  private static byte[] of(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
