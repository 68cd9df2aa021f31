/// Tests of objectives.
@NullMarked
package outturn.definition.objective;

import org.jspecify.annotations.NullMarked;
