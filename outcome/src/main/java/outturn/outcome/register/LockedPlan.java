package outturn.outcome.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import outturn.outcome.terms.Terms;

/// An analysis plan as it was locked.
///
/// @param version 1 is the first of the outcome; later ones are amendments
/// @param firstKnown when the first value after the intervention can be known, by this plan
/// @param reason of an amendment; empty for the first
public record LockedPlan(
    int version,
    Terms terms,
    Optional<LocalDate> firstKnown,
    Instant at,
    String by,
    String reason) {}
