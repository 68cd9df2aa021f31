/// The course of a measure over its periods, beside what a model says of it: charts of
/// interventions and of change points.
@NullMarked
package outturn.charts.course;

import org.jspecify.annotations.NullMarked;
