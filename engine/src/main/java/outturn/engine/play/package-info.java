/// The draws of a forecast: one possible course of a day's work after another, in arrays.
@NullMarked
package outturn.engine.play;

import org.jspecify.annotations.NullMarked;
