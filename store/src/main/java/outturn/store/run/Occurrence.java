package outturn.store.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import outturn.engine.decide.Change;
import outturn.engine.run.RunId;

/// What became of a due time, or of all from one to before another.
///
/// @param schedule its name
/// @param until the end of a range, or empty for a single due time
/// @param reason why it did not start; empty if it did
public record Occurrence(
    DueTime at,
    String schedule,
    Optional<Instant> until,
    LocalDate businessDate,
    Change.Fate fate,
    Optional<RunId> run,
    String reason) {}
