/// The control chart of a measure.
@NullMarked
package outturn.charts.control;

import org.jspecify.annotations.NullMarked;
