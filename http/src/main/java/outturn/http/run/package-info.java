/// Runs: start, list, look into, watch, cancel; why they wait, and what they wrote.
@NullMarked
package outturn.http.run;

import org.jspecify.annotations.NullMarked;
