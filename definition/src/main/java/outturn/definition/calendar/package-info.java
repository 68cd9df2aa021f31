/// Calendars: which days are worked, by weekdays, public holidays, own lists and other calendars.
@NullMarked
package outturn.definition.calendar;

import org.jspecify.annotations.NullMarked;
