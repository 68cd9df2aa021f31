/// Tests of the commands about all outcomes.
@NullMarked
package outturn.cli.portfolio;

import org.jspecify.annotations.NullMarked;
