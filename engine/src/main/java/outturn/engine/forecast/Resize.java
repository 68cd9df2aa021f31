package outturn.engine.forecast;

import java.time.Instant;

/// A pool that has another size from an instant on; what is held then stays held.
///
/// @param why as a reader is told: "policy freeze", "host b is down"
public record Resize(String pool, Instant at, int size, String why) {}
