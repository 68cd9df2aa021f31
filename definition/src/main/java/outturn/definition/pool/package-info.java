/// Pools: counted capacity that attempts hold.
@NullMarked
package outturn.definition.pool;

import org.jspecify.annotations.NullMarked;
