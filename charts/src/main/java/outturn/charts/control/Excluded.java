package outturn.charts.control;

/// A value that was observed and does not count: a gap in the series, drawn hollow.
///
/// @param index of its period
/// @param why a clause, such as "it is above 100"
public record Excluded(int index, double value, String why) {}
