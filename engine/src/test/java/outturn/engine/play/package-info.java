/// Tests of the draws of a forecast.
@NullMarked
package outturn.engine.play;

import org.jspecify.annotations.NullMarked;
