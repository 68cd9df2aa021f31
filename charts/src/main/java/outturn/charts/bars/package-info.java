/// The last runs of a workflow as a row of bars.
@NullMarked
package outturn.charts.bars;

import org.jspecify.annotations.NullMarked;
