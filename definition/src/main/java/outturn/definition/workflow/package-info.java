/// Workflows: a graph of tasks with what starts it.
@NullMarked
package outturn.definition.workflow;

import org.jspecify.annotations.NullMarked;
