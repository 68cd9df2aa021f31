/// What plots share: legend, scales and hatching.
@NullMarked
package outturn.charts.plot;

import org.jspecify.annotations.NullMarked;
