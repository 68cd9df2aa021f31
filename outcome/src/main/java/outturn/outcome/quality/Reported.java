package outturn.outcome.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;

/// The value of a period, and what its quality is judged by.
///
/// @param period its first day
/// @param value in the measure's unit
/// @param denominator how many it is of, where that is known
/// @param arrived when the first value of the period was recorded
public record Reported(
    LocalDate period, double value, OptionalDouble denominator, Instant arrived) {}
