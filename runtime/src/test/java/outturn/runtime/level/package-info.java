/// Tests of service levels.
@NullMarked
package outturn.runtime.level;

import org.jspecify.annotations.NullMarked;
