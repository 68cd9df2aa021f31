/// How long what has ended is kept.
@NullMarked
package outturn.definition.retention;

import org.jspecify.annotations.NullMarked;
