@NullMarked
package outturn.runtime.work;

import org.jspecify.annotations.NullMarked;
