package outturn.evidence.estimate;

import java.util.OptionalDouble;

/// A number with its uncertainty, in the unit of what is estimated.
///
/// @param standardError standard deviation of the estimator, or of the posterior draws
/// @param p probability of a value as far from none under no effect, two-sided; empty where the
///   method has none
public record Estimate(double value, double standardError, Interval interval, OptionalDouble p) {}
