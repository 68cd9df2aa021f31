/// The command line.
@NullMarked
package outturn.cli;

import org.jspecify.annotations.NullMarked;
