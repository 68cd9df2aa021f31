/// Whether this installation is a restored copy that nobody has let go on yet.
@NullMarked
package outturn.runtime.hold;

import org.jspecify.annotations.NullMarked;
