/// Tests of what is foreseen.
@NullMarked
package outturn.runtime.forecast.learn;

import org.jspecify.annotations.NullMarked;
