/// What operators do to runs and tasks: the verbs, and which of them is allowed in which state.
@NullMarked
package outturn.engine.verb;

import org.jspecify.annotations.NullMarked;
