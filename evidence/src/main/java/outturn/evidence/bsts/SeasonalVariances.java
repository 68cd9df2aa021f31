package outturn.evidence.bsts;

/// @param noise of an observation about the states
/// @param step of the level
/// @param season of the sum of the seasonal effects over a cycle
record SeasonalVariances(double noise, double step, double season) {}
