@NullMarked
package outturn.runtime.retention;

import org.jspecify.annotations.NullMarked;
