/// What a server costs that has nothing to do.
@NullMarked
package outturn.bench.idle;

import org.jspecify.annotations.NullMarked;
