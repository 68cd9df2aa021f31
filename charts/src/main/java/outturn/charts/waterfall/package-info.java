/// The waterfall of a business case.
@NullMarked
package outturn.charts.waterfall;

import org.jspecify.annotations.NullMarked;
