package outturn.store.retention;

import outturn.definition.retention.Retention;

/// How long the runs of a workflow in force are kept.
public record Keep(String workflow, String project, Retention retention) {}
