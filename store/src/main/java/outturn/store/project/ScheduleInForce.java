package outturn.store.project;

import java.time.Instant;
import java.util.Optional;
import outturn.engine.run.Mark;

/// A schedule that starts runs.
///
/// @param spec as applied
/// @param lookedUntil due times up to then are dealt with
/// @param version the id of the version that its workflow is at
/// @param paused by whom; while it is, it starts nothing
public record ScheduleInForce(
    long id,
    String workflow,
    String name,
    String spec,
    Instant lookedUntil,
    long version,
    Optional<Mark.By> paused) {}
