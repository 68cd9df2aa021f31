package outturn.evidence.power;

import outturn.evidence.estimate.Grounds;

/// The chance of seeing an effect of a given size.
///
/// @param value 0..1
/// @param monteCarloError standard deviation of the value between seeds
public record Power(double value, double monteCarloError, Grounds grounds) {}
