/// A whole cluster in one thread, from a seed.
@NullMarked
package outturn.testkit;

import org.jspecify.annotations.NullMarked;
