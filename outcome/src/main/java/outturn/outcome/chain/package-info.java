/// The value chain: what is done, what that produces, whom it helps, what it is worth, and for
/// which objective.
@NullMarked
package outturn.outcome.chain;

import org.jspecify.annotations.NullMarked;
