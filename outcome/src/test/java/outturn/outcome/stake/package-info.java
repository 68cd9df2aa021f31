@NullMarked
package outturn.outcome.stake;

import org.jspecify.annotations.NullMarked;
