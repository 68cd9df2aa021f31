@NullMarked
package outturn.outcome.register;

import org.jspecify.annotations.NullMarked;
