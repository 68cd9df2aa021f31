/// Runs in memory: what they are, how they are rebuilt from rows, why they wait.
@NullMarked
package outturn.engine.run;

import org.jspecify.annotations.NullMarked;
