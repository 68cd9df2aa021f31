package outturn.store.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outturn.engine.decide.Timer;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Rows.AttemptRow;
import outturn.engine.run.Rows.RunRow;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Waiting;
import outturn.engine.trigger.Wanted;

/// The rows that the world in memory is built from.
public interface Truth {

  /// A timer and when it is due.
  record DueTimer(Timer timer, Instant due) {}

  /// An attempt whose row says that it runs.
  ///
  /// @param worker the incarnation whose worker has it
  record Running(AttemptId attempt, long token, long worker) {}

  /// The largest id of a run, or the smallest possible one when there is none.
  RunId newestRun();

  void liveRuns(Collection<Integer> partitions, Consumer<RunRow> each);

  /// All attempts of the live runs.
  void liveAttempts(Collection<Integer> partitions, Consumer<AttemptRow> each);

  /// All that operators have said of the live runs and that lasts.
  void liveMarks(Collection<Integer> partitions, Consumer<Mark> each);

  /// The rows of one run, live or over.
  Optional<RunWithRows> run(RunId id);

  /// A run with all its rows.
  record RunWithRows(RunRow row, List<AttemptRow> attempts, List<Mark> marks) {}

  /// Running attempts of runs that have not ended, whose workers are none of these; those that the
  /// engine makes itself are not among them.
  List<Running> runningElsewhere(Collection<Integer> partitions, Collection<Long> workers);

  /// Running attempts that these workers have, of runs of all partitions.
  List<Running> runningAt(Collection<Long> workers);

  /// The timers of these partitions that are due before a time, soonest first.
  List<DueTimer> timers(Collection<Integer> partitions, Instant before);

  /// The events that wait in joins of triggers of these partitions, oldest first.
  List<Arrived> waitingEvents(Collection<Integer> partitions);

  /// What runs of these partitions wait for, by run and place.
  List<Waiting.Need> needs(Collection<Integer> partitions);

  /// Those for which there is a run that has succeeded, in the order in which they are given.
  List<Wanted> met(Collection<Wanted> wanted);

  /// Keeps an event that could not be written, with the database's words.
  void refused(String event, String error);
}
