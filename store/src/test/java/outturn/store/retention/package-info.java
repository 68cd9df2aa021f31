/// Tests of retention.
@NullMarked
package outturn.store.retention;

import org.jspecify.annotations.NullMarked;
