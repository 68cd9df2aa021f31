/// Files of the outside world that workflows wait for.
@NullMarked
package outturn.definition.file;

import org.jspecify.annotations.NullMarked;
