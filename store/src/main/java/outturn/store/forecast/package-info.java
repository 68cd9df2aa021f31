/// What was foreseen of runs, what people were warned of, and what forecasts are made from.
@NullMarked
package outturn.store.forecast;

import org.jspecify.annotations.NullMarked;
