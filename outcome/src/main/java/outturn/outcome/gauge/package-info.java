/// Whether outputs or outcomes are looked at, over all services and outcomes.
@NullMarked
package outturn.outcome.gauge;

import org.jspecify.annotations.NullMarked;
