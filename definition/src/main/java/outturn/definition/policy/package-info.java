/// Policies: which work may start, or how much of it, when.
@NullMarked
package outturn.definition.policy;

import org.jspecify.annotations.NullMarked;
