/// What will start, what would, and why something does not.
@NullMarked
package outturn.cli.ahead;

import org.jspecify.annotations.NullMarked;
