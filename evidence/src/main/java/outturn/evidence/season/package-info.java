/// Seasonal adjustment for display, learned from the baseline only.
@NullMarked
package outturn.evidence.season;

import org.jspecify.annotations.NullMarked;
