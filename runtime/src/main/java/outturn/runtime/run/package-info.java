/// What people and programs ask of runs: to start, to end, why they wait.
@NullMarked
package outturn.runtime.run;

import org.jspecify.annotations.NullMarked;
