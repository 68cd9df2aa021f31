package outturn.store.run;

import java.time.Instant;

/// A due time of a schedule, by the id of the schedule's row.
public record DueTime(long schedule, Instant due) {}
