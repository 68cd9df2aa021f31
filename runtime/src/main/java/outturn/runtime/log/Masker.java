package outturn.runtime.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Replaces secrets in a stream of bytes, also where one is cut between two pieces.
///
/// It holds back the end of a piece while that may be the beginning of a secret.
final class Masker {
  private static final byte[] MASK = "***".getBytes(StandardCharsets.UTF_8);

  /// Shorter ones would mask ordinary words.
  static final int SHORTEST = 4;

  private final List<byte[]> secrets;
  private byte[] held = {};

  Masker(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .sorted((one, other) -> Integer.compare(other.length, one.length))
            .toList();
  }

  /// The masked bytes that can be let out now.
  byte[] mask(byte[] bytes, int offset, int length) {
    if (secrets.isEmpty()) return Arrays.copyOfRange(bytes, offset, offset + length);
    var all = Arrays.copyOf(held, held.length + length);
    System.arraycopy(bytes, offset, all, held.length, length);
    return masked(all, false);
  }

  /// What was held back, at the end of the stream.
  byte[] rest() {
    var all = held;
    return masked(all, true);
  }

  private byte[] masked(byte[] all, boolean atEnd) {
    var out = new ByteArrayOutputStream(all.length);
    int at = 0;
    while (at < all.length) {
      int match = matchAt(all, at);
      if (match > 0) {
        out.writeBytes(MASK);
        at += match;
      } else if (!atEnd && mayBegin(all, at)) {
        break;
      } else {
        out.write(all[at++]);
      }
    }
    held = Arrays.copyOfRange(all, at, all.length);
    return out.toByteArray();
  }

  private int matchAt(byte[] all, int at) {
    for (var secret : secrets) {
      int end = at + secret.length;
      if (end <= all.length && Arrays.equals(all, at, end, secret, 0, secret.length)) {
        return secret.length;
      }
    }
    return 0;
  }

  private boolean mayBegin(byte[] all, int at) {
    int left = all.length - at;
    for (var secret : secrets) {
      if (left < secret.length && Arrays.equals(all, at, all.length, secret, 0, left)) return true;
    }
    return false;
  }
}
