package outturn.outcome.definition;

import java.time.Instant;

/// A definition of a measure, from the version of its project on that says it.
public record Defined(Instant since, Definition definition) {}
