/// Tests of what is at risk.
@NullMarked
package outturn.runtime.stake;

import org.jspecify.annotations.NullMarked;
