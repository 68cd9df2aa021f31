/// Which node decides which partitions.
@NullMarked
package outturn.store.ownership;

import org.jspecify.annotations.NullMarked;
