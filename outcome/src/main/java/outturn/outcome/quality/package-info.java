/// Which values of a measure count: its quality rules, and what fails them.
@NullMarked
package outturn.outcome.quality;

import org.jspecify.annotations.NullMarked;
