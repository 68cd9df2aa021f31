/// Tests of what is foreseen.
@NullMarked
package outturn.runtime.forecast;

import org.jspecify.annotations.NullMarked;
