package outturn.outcome.position;

import java.time.LocalDate;

/// The latest value.
///
/// @param period its first day
/// @param value as the chart shows it
public record Latest(LocalDate period, double value) {}
