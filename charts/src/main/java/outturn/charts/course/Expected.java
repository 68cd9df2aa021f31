package outturn.charts.course;

import outturn.evidence.series.Series;

/// What would have been, from a change on; missing before it.
///
/// @param values typical ones, in the unit of the measure
/// @param lower bound of their interval
/// @param upper likewise
/// @param level of the interval, such as .95
public record Expected(Series values, Series lower, Series upper, double level) {}
