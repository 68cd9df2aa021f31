/// Whether an analysis was fixed before its data came in.
@NullMarked
package outturn.outcome.register;

import org.jspecify.annotations.NullMarked;
