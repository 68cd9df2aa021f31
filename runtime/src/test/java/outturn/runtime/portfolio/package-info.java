/// Tests of the portfolio.
@NullMarked
package outturn.runtime.portfolio;

import org.jspecify.annotations.NullMarked;
