package outturn.outcome.shift;

import java.time.LocalDate;
import java.util.Optional;

/// What somebody says of the period of a shift.
///
/// @param change the name of what explains it; empty: the cause is not known
public record Answered(LocalDate period, Optional<String> change, String by, String note) {}
