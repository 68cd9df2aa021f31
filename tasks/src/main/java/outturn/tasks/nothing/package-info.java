/// Tasks that are done at once.
@NullMarked
package outturn.tasks.nothing;

import org.jspecify.annotations.NullMarked;
