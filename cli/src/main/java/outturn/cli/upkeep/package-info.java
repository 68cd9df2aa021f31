/// Commands that keep a server safe.
@NullMarked
package outturn.cli.upkeep;

import org.jspecify.annotations.NullMarked;
