/// What is frozen of outcomes.
@NullMarked
package outturn.store.outcome;

import org.jspecify.annotations.NullMarked;
