package outturn.store.secret;

import java.time.Instant;

/// What may be told of a secret: everything but its value.
public record StoredSecret(String name, String setBy, Instant setAt) {}
