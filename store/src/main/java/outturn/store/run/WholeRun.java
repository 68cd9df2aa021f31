package outturn.store.run;

import java.util.List;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;

/// A run with all of its attempts, by task, item and number, and with what operators have said of
/// it.
public record WholeRun(RunEntry run, List<AttemptRow> attempts, List<Mark> marks) {}
