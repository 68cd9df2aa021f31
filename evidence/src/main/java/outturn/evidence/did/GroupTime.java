package outturn.evidence.did;

/// The average effect in one period on the units that were treated from one period on, in the unit
/// of the measure.
///
/// @param start first period with treatment, indexed from 0
/// @param units number of treated units
/// @param controls number of units that were not yet treated
public record GroupTime(int start, int period, double effect, int units, int controls) {}
