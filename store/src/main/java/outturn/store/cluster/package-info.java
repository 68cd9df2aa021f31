/// Which installation the rows belong to, and whether it is held.
@NullMarked
package outturn.store.cluster;

import org.jspecify.annotations.NullMarked;
