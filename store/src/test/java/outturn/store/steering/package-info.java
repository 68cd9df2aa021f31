/// Tests of reviews and forecasts.
@NullMarked
package outturn.store.steering;

import org.jspecify.annotations.NullMarked;
