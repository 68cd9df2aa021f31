/// What attempts wrote, in compressed chunks.
@NullMarked
package outturn.store.log;

import org.jspecify.annotations.NullMarked;
