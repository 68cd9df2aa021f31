/// When schedules are due, told without a server.
@NullMarked
package outturn.cli.schedule;

import org.jspecify.annotations.NullMarked;
