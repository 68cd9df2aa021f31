package outturn.engine.duration;

/// A day for which lengths are expected.
///
/// @param day since 1970-01-01
/// @param type in the numbers of [Sample#dayType]
public record Day(long day, int type) {}
