package outturn.definition.schedule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;

/// How much later than its due time a schedule starts its run, so that many that are due together
/// do not all start together: each due time has its own delay, and always the same one.
///
/// @param most every delay is shorter; at least a second
/// @param of the schedule, by the name that it has on a server
public record Jitter(Duration most, String of) {

  /// In whole seconds.
  public Duration delay(Instant due) {
    var text = "%s %d".formatted(of, due.getEpochSecond());
    long chance = ByteBuffer.wrap(hash(text)).getLong();
    return Duration.ofSeconds(Long.remainderUnsigned(chance, most.toSeconds()));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
