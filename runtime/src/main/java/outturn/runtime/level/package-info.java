/// The service levels of what is in force.
@NullMarked
package outturn.runtime.level;

import org.jspecify.annotations.NullMarked;
