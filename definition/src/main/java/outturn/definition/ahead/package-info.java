/// What schedules will do in the days to come: starts, and due times at which nothing starts.
@NullMarked
package outturn.definition.ahead;

import org.jspecify.annotations.NullMarked;
