/// Due times: what each becomes, and how runs of one workflow share the time.
@NullMarked
package outturn.engine.schedule;

import org.jspecify.annotations.NullMarked;
