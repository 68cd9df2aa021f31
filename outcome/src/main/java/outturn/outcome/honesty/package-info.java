/// What came of the forecasts that people accepted.
@NullMarked
package outturn.outcome.honesty;

import org.jspecify.annotations.NullMarked;
