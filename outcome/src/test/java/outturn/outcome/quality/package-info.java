@NullMarked
package outturn.outcome.quality;

import org.jspecify.annotations.NullMarked;
