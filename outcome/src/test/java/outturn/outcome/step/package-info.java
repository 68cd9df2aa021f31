@NullMarked
package outturn.outcome.step;

import org.jspecify.annotations.NullMarked;
