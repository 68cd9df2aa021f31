package outturn.outcome.datapackage;

import java.time.Instant;
import java.time.LocalDate;
import outturn.outcome.amount.ObservedAmount;

/// A revision of what was observed for a period.
///
/// @param period its first day
/// @param segment empty for the whole
/// @param amount as it was recorded
/// @param revision 1 is the first that was known of its period
/// @param by `run 7`, or the name of a user
public record ObservationRow(
    LocalDate period,
    String segment,
    ObservedAmount amount,
    int revision,
    Instant recordedAt,
    String by) {}
