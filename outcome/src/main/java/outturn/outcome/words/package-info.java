/// Sentences about outcomes, made by rule; none claims more than the evidence allows.
@NullMarked
package outturn.outcome.words;

import org.jspecify.annotations.NullMarked;
