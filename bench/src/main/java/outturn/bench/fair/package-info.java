/// How much some workflows delay others.
@NullMarked
package outturn.bench.fair;

import org.jspecify.annotations.NullMarked;
