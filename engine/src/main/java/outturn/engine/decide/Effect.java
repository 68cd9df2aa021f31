package outturn.engine.decide;

import java.time.Instant;
import outturn.definition.expression.Scope;
import outturn.definition.workflow.Task;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Version;

/// What happens in the world, once what was decided is committed.
public sealed interface Effect {

  /// A worker is to make this attempt.
  record Dispatch(AttemptId attempt, long token, Version version, Task task, Scope scope)
      implements Effect {}

  /// A worker is to end this attempt, and to report it.
  record Stop(AttemptId attempt, long token) implements Effect {}

  /// Wake the run then.
  record Wake(Timer timer, Instant due) implements Effect {}

  /// Look at the schedule then; it takes the place of what was said of this schedule before.
  record LookAt(long schedule, Instant due) implements Effect {}

  /// A run has changed, for those who watch.
  record Changed(RunId run, RunState state) implements Effect {}

  /// A report about an attempt that is over, or never was; it counts for nothing.
  record StaleReport(AttemptId attempt, long token) implements Effect {}
}
