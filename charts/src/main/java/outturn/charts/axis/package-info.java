/// Dates and values on a scale, with labels that people like to read.
@NullMarked
package outturn.charts.axis;

import org.jspecify.annotations.NullMarked;
