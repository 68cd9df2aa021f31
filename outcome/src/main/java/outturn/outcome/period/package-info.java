/// The periods of a measure: days, weeks, months, quarters, years.
@NullMarked
package outturn.outcome.period;

import org.jspecify.annotations.NullMarked;
