package outturn.engine.decide;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import outturn.definition.policy.Policy;
import outturn.definition.workflow.Failure;
import outturn.engine.pool.Worth;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Mark;
import outturn.engine.run.Order;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.Version;
import outturn.engine.trigger.Armed;
import outturn.engine.trigger.Arrived;
import outturn.engine.trigger.Ended;
import outturn.engine.verb.Command;

/// What the core is told.
public sealed interface Event {

  /// Somebody wants a run.
  ///
  /// @param key the caller's idempotency key
  record Start(RunId id, Version version, Order order, Optional<Key> key) implements Event {}

  /// An idempotency key: the same request of the same principal is answered with the same run.
  ///
  /// @param bodyHash tells a repeated request from another one under the same key
  record Key(String principal, String key, String bodyHash) {}

  /// What somebody did, told right after the events that do it: it is kept in the audit trail with
  /// them.
  ///
  /// @param action a verb such as `run start`
  record Acted(String who, String action, String subject, Map<String, Object> details)
      implements Event {}

  /// A worker says how an attempt ended.
  record Reported(AttemptId attempt, long token, Report report) implements Event {}

  /// How an attempt ended, as its worker saw it.
  sealed interface Report {
    record Succeeded(Map<String, Object> outputs) implements Report {}

    record Failed(Failure failure) implements Report {}

    record Cancelled() implements Report {}

    /// The worker died with it.
    record Lost() implements Report {}

    /// No worker began it: it is to be made now.
    record NeverStarted() implements Report {}
  }

  /// Something that was said by mail; the message is taken with it.
  ///
  /// @param event empty when it no longer matters
  record Delivered(long message, Optional<Event> event) implements Event {}

  /// Somebody wants a run, and is not there to hear its id: the key finds it.
  record Wanted(Version version, Order order, Key key) implements Event {}

  /// A timer is due.
  record Woken(Timer timer) implements Event {}

  /// Somebody wants a run to end.
  record Cancel(RunId run, String by) implements Event {}

  /// Somebody wants something done to a run.
  ///
  /// @param ask by which the answer is known; 0 when nobody waits for it here
  /// @param key under which the answer is kept
  /// @param ended the run, made from its rows, when it is not live
  record Operate(Command command, long ask, Optional<Key> key, Optional<Run> ended)
      implements Event {}

  /// Somebody answers a task that waits for approval.
  record Answered(RunId run, String task, Answer answer, String by, Optional<String> comment)
      implements Event {}

  /// What a person may say to a task that asks for approval.
  enum Answer {
    APPROVE,
    REJECT;

    /// The word for mail, the audit trail and people.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A schedule has due times up to now.
  record Due(long schedule) implements Event {}

  /// What is due next, what pools there are: apply changed it.
  ///
  /// @param schedules of one project, all that are in force
  /// @param pools the sizes of its pools
  /// @param byWorth those of its pools that go to what is worth most
  record Applied(
      String project,
      Map<Long, Scheduled> schedules,
      Map<String, Integer> pools,
      Set<String> byWorth)
      implements Event {}

  /// What it costs when runs are late, as forecasts have it now. It is kept in memory only: after a
  /// restart it has to be told anew.
  ///
  /// @param all that is known; a run that is not in it counts as worth nothing
  record WorthTold(Map<RunId, Worth> all) implements Event {
    public WorthTold {
      all = Map.copyOf(all);
    }
  }

  /// What policies are in force: apply changed it, here or on another node.
  ///
  /// @param policies of all projects, by project
  record PoliciesApplied(Map<String, List<Policy>> policies) implements Event {}

  /// Policies have come into force, or have ended.
  record PoliciesTurned() implements Event {}

  /// What triggers of a project are in force: apply changed it.
  ///
  /// @param listeners of all projects
  record TriggersApplied(
      String project, List<Armed> triggers, Map<String, SortedSet<Integer>> listeners)
      implements Event {}

  /// An event has come for a trigger.
  record Happened(Version version, String workflow, Arrived event) implements Event {}

  /// A run or a task of another workflow has ended.
  ///
  /// @param partition where the triggers are kept that are about it
  record Heard(Ended ended, int partition) implements Event {}

  /// Events of a joined trigger may have waited long enough.
  record Expired(String trigger) implements Event {}

  /// What a run waits for is there.
  ///
  /// @param place among the dependencies of its workflow
  record NeedMet(RunId run, int place) implements Event {}

  /// A schedule in force.
  ///
  /// @param lookedUntil due times up to then are dealt with
  /// @param paused by whom; while it is, it starts nothing
  record Scheduled(
      Version version,
      String workflow,
      outturn.definition.schedule.Schedule schedule,
      Instant lookedUntil,
      Optional<Mark.By> paused) {

    public Scheduled(
        Version version,
        String workflow,
        outturn.definition.schedule.Schedule schedule,
        Instant lookedUntil) {
      this(version, workflow, schedule, lookedUntil, Optional.empty());
    }

    /// The same, when later due times are dealt with as well.
    public Scheduled lookedUntil(Instant time) {
      return new Scheduled(version, workflow, schedule, time, paused);
    }
  }
}
