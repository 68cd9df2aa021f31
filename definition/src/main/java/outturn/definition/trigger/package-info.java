/// What starts a workflow by an event, and which other workflows its runs wait for.
@NullMarked
package outturn.definition.trigger;

import org.jspecify.annotations.NullMarked;
