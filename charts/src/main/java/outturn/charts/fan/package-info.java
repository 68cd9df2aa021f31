/// The chart of a forecast: what was, and a fan of what may come.
@NullMarked
package outturn.charts.fan;

import org.jspecify.annotations.NullMarked;
