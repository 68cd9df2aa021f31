/// Objectives: what the organisation wants, which outcomes serve.
@NullMarked
package outturn.definition.objective;

import org.jspecify.annotations.NullMarked;
