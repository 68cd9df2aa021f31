/// Expressions in `${ }`: compiled when a file is read, evaluated when a task starts.
@NullMarked
package outturn.definition.expression;

import org.jspecify.annotations.NullMarked;
