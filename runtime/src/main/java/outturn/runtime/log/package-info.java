/// The lane of logs: what attempts say, shipped while they run.
@NullMarked
package outturn.runtime.log;

import org.jspecify.annotations.NullMarked;
