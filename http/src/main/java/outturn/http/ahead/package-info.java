/// Routes about what will start, what would, and why something does not.
@NullMarked
package outturn.http.ahead;

import org.jspecify.annotations.NullMarked;
