/// The servers on one database.
@NullMarked
package outturn.cli.node;

import org.jspecify.annotations.NullMarked;
