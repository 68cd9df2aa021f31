/// What a measure counts, and when that was changed.
@NullMarked
package outturn.outcome.definition;

import org.jspecify.annotations.NullMarked;
