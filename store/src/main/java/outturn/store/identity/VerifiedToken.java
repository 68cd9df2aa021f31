package outturn.store.identity;

import java.time.Instant;

/// Whose token it is, and when it ends.
public record VerifiedToken(Principal principal, Instant expires) {}
