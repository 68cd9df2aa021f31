package outturn.store.retention;

import outturn.definition.retention.Retention;

/// What a workflow said last of its runs, and how far they were looked through.
///
/// @param runsUntil no run with a smaller id is to be removed any more
/// @param logsUntil the same for logs
record KeptWorkflow(String workflow, Retention retention, long runsUntil, long logsUntil) {}
