/// Commands about dated events.
@NullMarked
package outturn.cli.change;

import org.jspecify.annotations.NullMarked;
