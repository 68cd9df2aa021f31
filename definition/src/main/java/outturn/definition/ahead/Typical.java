package outturn.definition.ahead;

import java.time.Duration;

/// How long runs of a workflow have taken of late.
///
/// @param median of the runs that were looked at
/// @param ninth what nine in ten of them did not exceed
/// @param runs how many they were
public record Typical(Duration median, Duration ninth, int runs) {}
