/// The control chart of a measure, in characters.
@NullMarked
package outturn.charts.terminal;

import org.jspecify.annotations.NullMarked;
