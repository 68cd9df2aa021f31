/// Who is told of what: rules of workflows, and the channels by which people hear.
@NullMarked
package outturn.definition.notify;

import org.jspecify.annotations.NullMarked;
