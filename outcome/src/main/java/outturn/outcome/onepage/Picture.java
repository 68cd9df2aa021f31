package outturn.outcome.onepage;

import outturn.definition.measure.Measure;
import outturn.outcome.impact.Course;

/// What the chart shows.
///
/// @param change what happened, as its title says
/// @param level of the interval of the expected values, such as .95
/// @param caption method, grade and placebo
public record Picture(
    Measure measure, Course course, String change, double level, String caption) {}
