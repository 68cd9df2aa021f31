/// Dated events, from projects and from outside, and the shifts that ask for one.
@NullMarked
package outturn.runtime.change;

import org.jspecify.annotations.NullMarked;
