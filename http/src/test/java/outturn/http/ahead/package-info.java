/// Tests over HTTP.
@NullMarked
package outturn.http.ahead;

import org.jspecify.annotations.NullMarked;
