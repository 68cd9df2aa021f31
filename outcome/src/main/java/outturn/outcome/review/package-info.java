/// When outcomes are reviewed.
@NullMarked
package outturn.outcome.review;

import org.jspecify.annotations.NullMarked;
