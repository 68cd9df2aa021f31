/// What late work endangers, of what is in force, and telling the business of it.
@NullMarked
package outturn.runtime.stake;

import org.jspecify.annotations.NullMarked;
