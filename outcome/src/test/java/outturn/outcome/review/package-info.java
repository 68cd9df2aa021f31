/// Tests of reviews.
@NullMarked
package outturn.outcome.review;

import org.jspecify.annotations.NullMarked;
