package outturn.engine.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import outturn.definition.workflow.Failure;
import outturn.engine.news.News;
import outturn.engine.run.AttemptId;
import outturn.engine.run.AttemptState;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows;
import outturn.engine.run.RunId;
import outturn.engine.run.RunState;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Ended;
import outturn.engine.trigger.Waiting;
import outturn.engine.verb.Verdict;

/// What is to be written, in one transaction with all else that was decided.
public sealed interface Change {

  record RunAdded(Rows.RunRow row) implements Change {}

  record RunStarted(RunId run, Instant at) implements Change {}

  /// @param note why, when it did not simply run
  /// @param warnings how many tasks failed without failing the run
  record RunEnded(RunId run, RunState state, Instant at, Optional<String> note, int warnings)
      implements Change {}

  record CancelAsked(RunId run, String by) implements Change {}

  /// A run that has ended goes on.
  record RunReopened(RunId run, RunState state) implements Change {}

  record MarkSet(Mark mark) implements Change {}

  record MarkCleared(RunId run, Optional<String> task, Mark.Kind kind) implements Change {}

  /// The run has another priority.
  record Prioritised(RunId run, int priority) implements Change {}

  record AttemptAdded(Rows.AttemptRow row) implements Change {}

  /// @param outputs empty leaves what the row has: a frame keeps its list
  record AttemptEnded(
      AttemptId attempt,
      AttemptState state,
      Instant at,
      Map<String, Object> outputs,
      Optional<Failure> failure)
      implements Change {}

  /// Another worker makes the attempt, under another token: the one before never began it.
  record AttemptMoved(AttemptId attempt, Rows.By by) implements Change {}

  record TimerSet(Timer timer, Instant due) implements Change {}

  record TimerCleared(Timer timer) implements Change {}

  record Granted(RunId run, long token, Map<String, Integer> pools) implements Change {}

  record Released(long token) implements Change {}

  /// What became of a due time, or of all from one to another.
  ///
  /// @param until where a range ends, itself not in it; empty for a single one
  record Occurred(
      long schedule,
      Instant due,
      Optional<Instant> until,
      LocalDate businessDate,
      Fate fate,
      Optional<RunId> run,
      String reason)
      implements Change {}

  /// What can become of a due time.
  enum Fate {
    STARTED,
    MISSED,
    SKIPPED
  }

  /// The run of a due time was ended before it started.
  record OccurrenceMissed(RunId run, String reason) implements Change {}

  record Looked(long schedule, Instant until) implements Change {}

  record KeyKept(Event.Key key, RunId run, Instant at) implements Change {}

  /// What came of a command, for whoever asks under the same key.
  record Answered(Event.Key key, RunId run, Verdict verdict, Instant at) implements Change {}

  record MessageTaken(long message) implements Change {}

  /// What is kept of events that start runs, and of what runs wait for.
  sealed interface OfEvents extends Change {}

  /// Those who keep a partition are told that a run or a task has ended.
  record EndTold(Ended ended, int partition) implements OfEvents {}

  /// What has become of an event.
  ///
  /// @param run the one that it started
  /// @param reason why there is none
  record EventDecided(
      Arrived event, outturn.engine.trigger.Fate fate, Optional<RunId> run, String reason)
      implements OfEvents {}

  /// A run waits for a run of another workflow.
  record NeedAdded(Waiting.Need need) implements OfEvents {}

  /// A run waits for others no more.
  record NeedsRemoved(RunId run) implements OfEvents {}

  /// Something that people are to hear of.
  record Told(News news, Instant at) implements Change {}

  /// A line of the audit trail.
  record Audited(Event.Acted act, Instant at) implements Change {}
}
