/// Tests of what is told of outcomes over HTTP.
@NullMarked
package outturn.http.outcome;

import org.jspecify.annotations.NullMarked;
