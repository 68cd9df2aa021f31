/// What tests of the loops and services share.
@NullMarked
package outturn.runtime;

import org.jspecify.annotations.NullMarked;
