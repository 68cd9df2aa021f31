@NullMarked
package outturn.outcome.honesty;

import org.jspecify.annotations.NullMarked;
