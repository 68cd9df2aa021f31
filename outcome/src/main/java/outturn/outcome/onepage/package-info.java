/// The one-page impact statement of an outcome: what is told, in a fixed order and by rule.
@NullMarked
package outturn.outcome.onepage;

import org.jspecify.annotations.NullMarked;
