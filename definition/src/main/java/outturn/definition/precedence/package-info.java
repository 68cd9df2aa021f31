/// Precedence: which work goes first.
@NullMarked
package outturn.definition.precedence;

import org.jspecify.annotations.NullMarked;
