/// One contract for the real database and the simulated one: random histories, asked of both.
@NullMarked
package outturn.testkit.contract;

import org.jspecify.annotations.NullMarked;
