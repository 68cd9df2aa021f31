/// Why a run is not over yet: for each of its tasks what it waits for, in words and for programs.
@NullMarked
package outturn.engine.reason;

import org.jspecify.annotations.NullMarked;
