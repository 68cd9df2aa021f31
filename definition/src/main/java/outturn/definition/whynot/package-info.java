/// Why a schedule is not due on a day.
@NullMarked
package outturn.definition.whynot;

import org.jspecify.annotations.NullMarked;
