/// How fast the starts to come are worked out.
@NullMarked
package outturn.bench.ahead;

import org.jspecify.annotations.NullMarked;
