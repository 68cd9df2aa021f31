package outturn.store.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What somebody says of a shift that no change explains.
///
/// @param period one of the shift
/// @param change what explains it; empty: the cause is not known
public record ShiftAnswer(
    String measure,
    LocalDate period,
    int version,
    Optional<String> change,
    String note,
    String by,
    Instant at) {}
