package outturn.store.identity;

import java.time.Instant;

/// A session as its owner sees it; `lastUsed` is exact to a minute.
public record BrowserSession(
    long id, String user, Instant created, Instant lastUsed, Instant expires, Visit visit) {}
