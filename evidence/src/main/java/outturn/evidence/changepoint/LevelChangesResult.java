package outturn.evidence.changepoint;

import outturn.evidence.estimate.Grounds;

/// Where the level changed.
///
/// @param variance s² of the noise, in squares of the unit, as if it were independent
/// @param autocorrelation of neighbours, 0 to .8
/// @param penalty of a change, in squares of the unit
/// @param cost squares within all segments, and a penalty for each change
public record LevelChangesResult(
    Changes changes,
    double variance,
    double autocorrelation,
    double penalty,
    double cost,
    Grounds grounds) {}
