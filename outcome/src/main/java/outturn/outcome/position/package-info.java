/// Where an outcome stands: its measures against their baselines, targets and changes.
@NullMarked
package outturn.outcome.position;

import org.jspecify.annotations.NullMarked;
