@NullMarked
package outturn.runtime.lease;

import org.jspecify.annotations.NullMarked;
