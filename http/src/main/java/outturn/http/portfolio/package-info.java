/// All outcomes, a line each, and their reviews, over HTTP.
@NullMarked
package outturn.http.portfolio;

import org.jspecify.annotations.NullMarked;
