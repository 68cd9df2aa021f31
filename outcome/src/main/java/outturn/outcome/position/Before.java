package outturn.outcome.position;

import java.time.Instant;
import java.time.LocalDate;

/// The frozen baseline in numbers.
///
/// @param from first day
/// @param to last day, included
/// @param n periods with a value
/// @param mean of the frozen values as the chart shows them: without their season if it does
/// @param frozenMean of the values as they were frozen, which the hash is of
public record Before(
    LocalDate from,
    LocalDate to,
    int n,
    double mean,
    double frozenMean,
    Instant frozenAt,
    String hash) {}
