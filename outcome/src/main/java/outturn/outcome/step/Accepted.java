package outturn.outcome.step;

import java.time.LocalDate;

/// A forecast that somebody accepted.
///
/// @param chance to reach the target by the due day, 0..1
public record Accepted(
    String measure, double target, LocalDate due, double chance, String who, LocalDate at) {}
