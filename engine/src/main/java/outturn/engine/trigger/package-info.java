/// Events that start runs, and runs that wait for others: what is kept of them in memory.
@NullMarked
package outturn.engine.trigger;

import org.jspecify.annotations.NullMarked;
