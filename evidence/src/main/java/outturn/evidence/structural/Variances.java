package outturn.evidence.structural;

/// The variances of a structural model, in squared units of the measure.
///
/// @param noise of an observation about level, season and regressors
/// @param level of a step of the level from one period to the next
/// @param season of a step of the season; 0 without one
public record Variances(double noise, double level, double season) {}
