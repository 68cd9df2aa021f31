/// Road casualties and repairs, as examples.
@NullMarked
package outturn.outcome;

import org.jspecify.annotations.NullMarked;
