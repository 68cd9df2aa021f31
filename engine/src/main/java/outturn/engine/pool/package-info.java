/// Who may run now: pools and worker slots.
@NullMarked
package outturn.engine.pool;

import org.jspecify.annotations.NullMarked;
