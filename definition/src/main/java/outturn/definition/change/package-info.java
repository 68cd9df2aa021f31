/// Changes: dated events that charts and analyses know.
@NullMarked
package outturn.definition.change;

import org.jspecify.annotations.NullMarked;
