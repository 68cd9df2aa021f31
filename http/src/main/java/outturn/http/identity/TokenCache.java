package outturn.http.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import outturn.store.identity.Principal;
import outturn.store.identity.VerifiedToken;

/// Remembers tokens that were found good for a few seconds, so that a busy program does not ask the
/// database at each request. A token that was revoked on this server works no more; on another one,
/// or with another role, it works as long on.
final class TokenCache {
  static final Duration FRESH = Duration.ofSeconds(3);
  private static final int MOST = 1_000;

  private final Function<String, Optional<VerifiedToken>> finder;
  private final LongSupplier revocations;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Principal principal, Instant until, long revocations) {}

  /// @param finder asks the database
  /// @param revocations how many there have been: what was found before the last one is not trusted
  TokenCache(
      Function<String, Optional<VerifiedToken>> finder,
      LongSupplier revocations,
      InstantSource clock) {
    this.finder = finder;
    this.revocations = revocations;
    this.clock = clock;
  }

  Optional<Principal> verify(String token) {
    var now = clock.instant();
    // Before asking: a token that is revoked while the database answers is not remembered as good.
    long revoked = revocations.getAsLong();
    var found = known.get(token);
    if (found != null && found.revocations() == revoked && now.isBefore(found.until())) {
      return Optional.of(found.principal());
    }
    known.remove(token);
    return finder.apply(token).map(verified -> remember(token, verified, now, revoked));
  }

  private Principal remember(String token, VerifiedToken verified, Instant now, long revoked) {
    if (known.size() >= MOST) known.clear();
    var fresh = now.plus(FRESH);
    var until = verified.expires().isBefore(fresh) ? verified.expires() : fresh;
    known.put(token, new Known(verified.principal(), until, revoked));
    return verified.principal();
  }
}
