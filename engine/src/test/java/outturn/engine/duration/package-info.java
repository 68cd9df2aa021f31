/// Tests of how long tasks take.
@NullMarked
package outturn.engine.duration;

import org.jspecify.annotations.NullMarked;
