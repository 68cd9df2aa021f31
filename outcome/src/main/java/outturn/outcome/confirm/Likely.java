package outturn.outcome.confirm;

import outturn.evidence.quantity.Spread;

/// What a measure is likely to come to.
///
/// @param chance to reach the target, 0..1
/// @param due the value that is due, P10, P50 and P90
public record Likely(double chance, Spread due) {}
