package outturn.store.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of an issued token; `lastUsed` is exact to a minute, null if it never was.
public record ApiToken(
    long id,
    String user,
    Reach reach,
    String label,
    Instant created,
    Instant expires,
    @Nullable Instant lastUsed) {

  /// What it may do at most, and where.
  public record Reach(Role role, TokenScope scope) {}
}
