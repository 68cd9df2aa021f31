/// Tests of dated events.
@NullMarked
package outturn.store.change;

import org.jspecify.annotations.NullMarked;
