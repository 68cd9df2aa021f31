@NullMarked
package outturn.outcome.definition;

import org.jspecify.annotations.NullMarked;
