/// What a task type implements.
@NullMarked
package outturn.spi;

import org.jspecify.annotations.NullMarked;
