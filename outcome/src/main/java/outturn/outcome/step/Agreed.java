package outturn.outcome.step;

import java.time.Instant;

/// That a person of the business agreed to an outcome.
///
/// @param version 1 is the first of the outcome
/// @param hash of the [outturn.outcome.terms.AgreedTerms] that were agreed to
/// @param comment empty where none was given
public record Agreed(int version, String who, Instant at, String hash, String comment) {}
