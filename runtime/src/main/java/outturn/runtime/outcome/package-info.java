/// Outcomes in force, where they stand, and the freezing of their baselines.
@NullMarked
package outturn.runtime.outcome;

import org.jspecify.annotations.NullMarked;
