/// Outcomes: where they stand, and their charts.
@NullMarked
package outturn.http.outcome;

import org.jspecify.annotations.NullMarked;
