/// Tells people what they are to hear.
@NullMarked
package outturn.runtime.notify;

import org.jspecify.annotations.NullMarked;
