/// A history that never was, to measure with.
@NullMarked
package outturn.store.history;

import org.jspecify.annotations.NullMarked;
