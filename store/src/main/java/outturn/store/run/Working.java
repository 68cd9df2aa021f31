package outturn.store.run;

import outturn.engine.run.Rows.AttemptRow;

/// An attempt that a worker has.
///
/// @param version the one of its project by which the run goes
public record Working(AttemptRow attempt, String workflow, long version) {}
