package outturn.store.run;

import outturn.engine.run.RunState;

/// How many runs of a workflow are in a state that is not an end.
public record LiveCount(String workflow, RunState state, long runs) {}
