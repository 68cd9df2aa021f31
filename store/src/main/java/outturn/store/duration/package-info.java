/// How long runs and tasks have taken.
@NullMarked
package outturn.store.duration;

import org.jspecify.annotations.NullMarked;
