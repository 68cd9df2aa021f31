package outturn.http.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import outturn.engine.decide.Event;
import outturn.http.problem.Code;
import outturn.http.problem.Problem;
import outturn.http.problem.Refused;
import outturn.http.route.Call;

/// Idempotency keys of requests.
final class Keys {
  private static final int LONGEST = 200;

  private Keys() {}

  /// The key that the request has in its header, if it has one.
  ///
  /// @param body tells a repeated request from another one under the same key
  static Optional<Event.Key> of(Call call, byte[] body) {
    return call.header("Idempotency-Key").map(text -> key(call, text, body));
  }

  private static Event.Key key(Call call, String text, byte[] body) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw Problem.of(
              Code.BAD_REQUEST, "an Idempotency-Key has 1 to %d characters".formatted(LONGEST))
          .refused();
    }
    return new Event.Key(call.user(), text, hash(body));
  }

  static Refused used(String key) {
    return Problem.of(
            Code.IDEMPOTENCY_CONFLICT,
            "the Idempotency-Key '%s' came with another request within the last 24 hours; use a new one"
                .formatted(key))
        .refused();
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
