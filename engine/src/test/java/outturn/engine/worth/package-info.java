/// What ordering by worth gains, in simulation.
@NullMarked
package outturn.engine.worth;

import org.jspecify.annotations.NullMarked;
