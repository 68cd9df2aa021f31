/// What will start in the days to come, what would if something were otherwise, and why something
/// does not.
@NullMarked
package outturn.runtime.ahead;

import org.jspecify.annotations.NullMarked;
