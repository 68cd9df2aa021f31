/// Commands that work out evidence from CSV files, without a server.
@NullMarked
package outturn.cli.evidence;

import org.jspecify.annotations.NullMarked;
