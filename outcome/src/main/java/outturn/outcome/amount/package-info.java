/// The values of measures, and how people write them.
@NullMarked
package outturn.outcome.amount;

import org.jspecify.annotations.NullMarked;
