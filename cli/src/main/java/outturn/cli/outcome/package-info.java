/// Commands about outcomes.
@NullMarked
package outturn.cli.outcome;

import org.jspecify.annotations.NullMarked;
