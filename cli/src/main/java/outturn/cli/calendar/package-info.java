/// Calendars of others, brought into a project.
@NullMarked
package outturn.cli.calendar;

import org.jspecify.annotations.NullMarked;
