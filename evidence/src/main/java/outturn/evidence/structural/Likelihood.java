package outturn.evidence.structural;

/// Logarithm of the likelihood at its maximum, with normalising constants.
///
/// @param diffuse of all observations, those that settle a diffuse state by the variance of their
///   diffuse part; Durbin, Koopman (2012), 7.2.2
/// @param conditional without these
public record Likelihood(double diffuse, double conditional) {}
