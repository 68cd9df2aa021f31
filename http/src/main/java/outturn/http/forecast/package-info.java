/// How runs are expected to end, what would be otherwise, and why deadlines were missed.
@NullMarked
package outturn.http.forecast;

import org.jspecify.annotations.NullMarked;
