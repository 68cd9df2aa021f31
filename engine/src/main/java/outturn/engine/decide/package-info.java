/// Deciding: an event comes in, changes and effects go out.
@NullMarked
package outturn.engine.decide;

import org.jspecify.annotations.NullMarked;
