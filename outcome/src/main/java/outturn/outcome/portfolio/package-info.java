/// All outcomes, a line each.
@NullMarked
package outturn.outcome.portfolio;

import org.jspecify.annotations.NullMarked;
