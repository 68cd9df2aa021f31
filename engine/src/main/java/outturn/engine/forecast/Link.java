package outturn.engine.forecast;

import java.time.Instant;
import java.util.Optional;

/// A step of what decides an end: a task, and why it begins no earlier.
///
/// @param course its key
/// @param ready when its turn comes; the wait for pools is from then until it begins
/// @param begin of its last attempt; empty when it never begins
/// @param end empty when it never ends well
public record Link(
    String course,
    String workflow,
    String task,
    Optional<Instant> ready,
    Optional<Instant> begin,
    Optional<Instant> end,
    Because because) {}
