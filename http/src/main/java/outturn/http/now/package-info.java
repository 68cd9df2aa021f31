/// What operators need to know at this moment, in one answer.
@NullMarked
package outturn.http.now;

import org.jspecify.annotations.NullMarked;
