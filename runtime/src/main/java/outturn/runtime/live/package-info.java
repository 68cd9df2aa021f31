/// Who watches runs is told of their changes.
@NullMarked
package outturn.runtime.live;

import org.jspecify.annotations.NullMarked;
