/// Tests of the portfolio.
@NullMarked
package outturn.outcome.portfolio;

import org.jspecify.annotations.NullMarked;
