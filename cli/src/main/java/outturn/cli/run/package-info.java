/// Commands that start, watch and explain runs.
@NullMarked
package outturn.cli.run;

import org.jspecify.annotations.NullMarked;
