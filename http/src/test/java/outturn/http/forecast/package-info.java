/// Tests of forecasts over HTTP.
@NullMarked
package outturn.http.forecast;

import org.jspecify.annotations.NullMarked;
