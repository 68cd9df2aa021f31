/// How late runs start that a schedule is due for.
@NullMarked
package outturn.bench.due;

import org.jspecify.annotations.NullMarked;
