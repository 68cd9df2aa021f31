package outturn.http.signin.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import outturn.http.signin.LocalPath;

/// A sign-in that has begun: what its browser keeps until the provider sends it back.
///
/// @param state that the provider hands back, so that no other site can end what it has begun
/// @param nonce that is in the ID token, so that none of another sign-in is taken
/// @param verifier that only this server and the browser know, so that nobody else can use the code
/// @param next where to go on
record Attempt(String state, String nonce, String verifier, LocalPath next) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();
  private static final Pattern COOKIE =
      Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{1,2700})");

  static Attempt begin(LocalPath next) {
    return new Attempt(random(), random(), random(), next);
  }

  private static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TO_TEXT.encodeToString(bytes);
  }

  /// What [#of] reads.
  String cookie() {
    var path = TO_TEXT.encodeToString(next.value().getBytes(US_ASCII));
    return String.join(".", state, nonce, verifier, path);
  }

  static Optional<Attempt> of(String cookie) {
    var parts = COOKIE.matcher(cookie);
    if (!parts.matches()) return Optional.empty();
    try {
      var next = LocalPath.of(new String(FROM_TEXT.decode(parts.group(4)), US_ASCII));
      return Optional.of(new Attempt(parts.group(1), parts.group(2), parts.group(3), next));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  boolean isOf(String answeredState) {
    return MessageDigest.isEqual(state.getBytes(US_ASCII), answeredState.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "Attempt[to %s]".formatted(next.value());
  }
}
