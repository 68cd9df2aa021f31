/// Events that came for triggers.
@NullMarked
package outturn.cli.event;

import org.jspecify.annotations.NullMarked;
