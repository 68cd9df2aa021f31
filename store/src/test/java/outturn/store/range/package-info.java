/// The weekly ranges of the big tables.
@NullMarked
package outturn.store.range;

import org.jspecify.annotations.NullMarked;
