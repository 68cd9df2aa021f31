/// Interrupted time series: what changed with an intervention, against what would have been.
@NullMarked
package outturn.evidence.its;

import org.jspecify.annotations.NullMarked;
