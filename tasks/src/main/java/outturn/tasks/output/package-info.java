/// What a task promised to give, and what it gave.
@NullMarked
package outturn.tasks.output;

import org.jspecify.annotations.NullMarked;
