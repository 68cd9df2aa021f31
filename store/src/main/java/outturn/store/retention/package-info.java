/// The end of what was kept long enough.
@NullMarked
package outturn.store.retention;

import org.jspecify.annotations.NullMarked;
