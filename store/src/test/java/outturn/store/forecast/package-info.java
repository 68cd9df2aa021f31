/// Tests of what forecasts are made of and keep.
@NullMarked
package outturn.store.forecast;

import org.jspecify.annotations.NullMarked;
