/// All outcomes, a line each, kept beside the requests; reviews and forecasts of each period.
@NullMarked
package outturn.runtime.portfolio;

import org.jspecify.annotations.NullMarked;
