/// How tasks go together in a run beyond their needs: sections, tolerance, repetition, approvals.
@NullMarked
package outturn.definition.flow;

import org.jspecify.annotations.NullMarked;
