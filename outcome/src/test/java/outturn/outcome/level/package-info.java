@NullMarked
package outturn.outcome.level;

import org.jspecify.annotations.NullMarked;
