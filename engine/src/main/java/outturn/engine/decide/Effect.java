package outturn.engine.decide;

import java.time.Duration;
import java.time.Instant;
import outturn.definition.expression.Scope;
import outturn.definition.file.FilePattern;
import outturn.definition.workflow.Task;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.run.Version;
import outturn.engine.trigger.Wanted;
import outturn.engine.verb.Verdict;

/// What happens in the world, once what was decided is committed.
public sealed interface Effect {

  /// A worker is to make this attempt.
  record Dispatch(AttemptId attempt, long token, Version version, Task task, Scope scope)
      implements Effect {}

  /// A worker is to end this attempt, and to report it.
  record Stop(AttemptId attempt, long token, Urgency urgency) implements Effect {}

  /// How an attempt is ended.
  enum Urgency {
    /// It is asked to end, and has some seconds to do so.
    ASK,
    /// It is ended at once.
    KILL
  }

  /// What came of a command, for whoever waits for the answer here.
  record Answer(long ask, Verdict verdict) implements Effect {}

  /// Wake the run then.
  record Wake(Timer timer, Instant due) implements Effect {}

  /// Look at the schedule then; it takes the place of what was said of this schedule before.
  record LookAt(long schedule, Instant due) implements Effect {}

  /// A run has changed, for those who watch.
  record Changed(RunId run, RunState state) implements Effect {}

  /// Events that wait for each other since then have waited long enough at this time.
  record Expire(String trigger, Instant due) implements Effect {}

  /// Policies come into force, or end, at this time.
  record PoliciesTurn(Instant due) implements Effect {}

  /// What runs wait for may be there by now.
  record LookForNeeds(Wanted wanted) implements Effect {}

  /// The file that this attempt waits for is to be looked for, until it is reported or the attempt
  /// is over.
  record LookForFile(AttemptId attempt, long token, FilePattern files, Duration stable)
      implements Effect {}

  /// A file is not looked for any more: the attempt is over.
  record LookNoMore(long token) implements Effect {}

  /// A report about an attempt that is over, or never was; it counts for nothing.
  record StaleReport(AttemptId attempt, long token) implements Effect {}
}
