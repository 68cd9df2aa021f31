/// Runs and attempts as rows, read for the engine's memory and for people.
@NullMarked
package outturn.store.run;

import org.jspecify.annotations.NullMarked;
