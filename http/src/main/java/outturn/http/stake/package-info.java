/// What late work endangers, over HTTP.
@NullMarked
package outturn.http.stake;

import org.jspecify.annotations.NullMarked;
