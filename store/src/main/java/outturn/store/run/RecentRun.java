package outturn.store.run;

import java.time.LocalDate;
import outturn.engine.run.Rows.Times;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;

/// A run as a bar beside its workflow.
public record RecentRun(RunId id, RunState state, LocalDate businessDate, Times times) {}
