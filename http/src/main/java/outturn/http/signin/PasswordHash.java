package outturn.http.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) of a password, written as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, so that
/// the costs can rise later without anybody losing his password.
public final class PasswordHash {
  /// OWASP, *Password Storage Cheat Sheet*: 19 MiB, two passes, one lane.
  private static final Costs USUAL = new Costs(19_456, 2, 1);

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int MOST_MEMORY = 1 << 20;
  private static final int MOST_PASSES = 64;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /// What somebody's password is compared with who does not exist: it takes as long, and never
  /// fits.
  static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private PasswordHash() {}

  /// @param memory in KiB
  private record Costs(int memory, int passes, int lanes) {}

  /// Its hash with a new salt.
  public static String of(String password) {
    var salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            USUAL.memory(),
            USUAL.passes(),
            USUAL.lanes(),
            base64.encodeToString(salt),
            base64.encodeToString(hash(password, salt, USUAL, HASH)));
  }

  /// Whether it is the password of a hash. In the time that it takes nothing shows of how much of
  /// it was right.
  static boolean matches(String password, String phc) {
    var parts = PHC.matcher(phc);
    if (!parts.matches())
      throw new IllegalStateException("a stored password is not Argon2id in the PHC form");
    var costs = costs(phc);
    if (costs.memory() > MOST_MEMORY || costs.passes() > MOST_PASSES) {
      throw new IllegalStateException("a stored password has costs beyond all measure: " + costs);
    }
    var expected = Base64.getDecoder().decode(parts.group(5));
    var found = hash(password, Base64.getDecoder().decode(parts.group(4)), costs, expected.length);
    return MessageDigest.isEqual(found, expected);
  }

  /// Whether it was made with other costs than today's.
  static boolean isDated(String phc) {
    return !costs(phc).equals(USUAL);
  }

  private static Costs costs(String phc) {
    var parts = PHC.matcher(phc);
    if (!parts.matches()) return new Costs(0, 0, 0);
    return new Costs(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  private static byte[] hash(String password, byte[] salt, Costs costs, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(costs.memory())
            .withIterations(costs.passes())
            .withParallelism(costs.lanes())
            .withSalt(salt)
            .build());
    var hash = new byte[length];
    // The same letters typed on two systems are the same bytes (NIST SP 800-63B, 3.1.1.2).
    generator.generateBytes(
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8), hash);
    return hash;
  }
}
