/// Routes: a method and a path, who may ask, and the handler that answers; without the web library.
@NullMarked
package outturn.http.route;

import org.jspecify.annotations.NullMarked;
