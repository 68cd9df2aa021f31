/// Values per period, with gaps.
@NullMarked
package outturn.evidence.series;

import org.jspecify.annotations.NullMarked;
