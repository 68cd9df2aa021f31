/// Refusals and failures as RFC 9457 problems with stable codes.
@NullMarked
package outturn.http.problem;

import org.jspecify.annotations.NullMarked;
