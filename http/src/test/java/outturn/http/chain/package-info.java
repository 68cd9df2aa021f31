/// Tests over HTTP.
@NullMarked
package outturn.http.chain;

import org.jspecify.annotations.NullMarked;
