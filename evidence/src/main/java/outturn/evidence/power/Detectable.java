package outturn.evidence.power;

import outturn.evidence.estimate.Grounds;

/// The smallest step that is seen with a given power.
///
/// @param step in the unit of the measure
/// @param standardDeviations the step over the standard deviation of the noise
/// @param power that was asked for, 0..1
/// @param atBest the step in the unit of the measure if variation and correlation were known
///   instead of estimated from the series: no method that keeps to its false alarms can see a
///   smaller one
/// @param monteCarloError standard deviation of the step between seeds, in the unit of the measure
public record Detectable(
    double step,
    double standardDeviations,
    double power,
    double atBest,
    double monteCarloError,
    Grounds grounds) {}
