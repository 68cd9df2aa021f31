/// Shares of the money that several outcomes claim for the same change.
@NullMarked
package outturn.outcome.claim;

import org.jspecify.annotations.NullMarked;
