package outturn.engine.duration;

/// A day for which lengths are expected, and for what kind of work.
///
/// @param day since 1970-01-01
/// @param kind in the numbers of [Sample#kind]
public record Day(long day, int kind) {}
