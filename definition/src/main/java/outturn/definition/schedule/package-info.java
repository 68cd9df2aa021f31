/// When things are due: cron, time zones, clock changes, business dates.
@NullMarked
package outturn.definition.schedule;

import org.jspecify.annotations.NullMarked;
