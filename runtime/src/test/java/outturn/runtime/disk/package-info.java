/// The room that is left on the disk.
@NullMarked
package outturn.runtime.disk;

import org.jspecify.annotations.NullMarked;
