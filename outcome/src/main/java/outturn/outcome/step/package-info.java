/// The steps of an outcome, each a gate of computed checks.
@NullMarked
package outturn.outcome.step;

import org.jspecify.annotations.NullMarked;
