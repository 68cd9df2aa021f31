package outturn.store.run;

import java.util.List;
import outturn.engine.run.Rows.AttemptRow;

/// A run with all of its attempts, by task, item and number.
public record WholeRun(RunEntry run, List<AttemptRow> attempts) {}
