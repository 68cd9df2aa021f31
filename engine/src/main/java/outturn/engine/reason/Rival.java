package outturn.engine.reason;

import outturn.engine.run.RunId;

/// A live run of a higher priority than some task that is ready.
public record Rival(RunId run, String workflow, int priority) {}
