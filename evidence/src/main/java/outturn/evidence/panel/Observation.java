package outturn.evidence.panel;

/// The value of a unit in a period.
///
/// @param period number of the period, such as a year; consecutive periods have consecutive numbers
public record Observation(String unit, int period, double value) {}
