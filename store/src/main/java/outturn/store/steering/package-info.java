/// What is kept for those who steer by outcomes: reviews, and the forecast of each period.
@NullMarked
package outturn.store.steering;

import org.jspecify.annotations.NullMarked;
