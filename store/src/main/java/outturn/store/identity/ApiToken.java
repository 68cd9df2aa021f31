package outturn.store.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of an issued token; `lastUsed` is exact to a minute, null if it never was.
public record ApiToken(
    long id,
    String user,
    Role role,
    String label,
    Instant created,
    Instant expires,
    @Nullable Instant lastUsed) {}
