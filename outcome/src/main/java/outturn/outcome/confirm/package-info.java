/// Whether an outcome is achievable: its plan as it is simulated, and what is said of it.
@NullMarked
package outturn.outcome.confirm;

import org.jspecify.annotations.NullMarked;
