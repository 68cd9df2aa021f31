package outturn.engine.decide;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.random.RandomGenerator;
import outturn.engine.pool.Capacity;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Order;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.run.Version;
import outturn.engine.schedule.Turns;
import outturn.engine.trigger.Triggers;
import outturn.engine.trigger.WaitingRuns;

/// The memory of what a node decides: a cache of rows, private to the decision thread.
///
/// Deciding changes it at once, ahead of the commit; nobody else sees it. When a commit does not
/// succeed, the whole is thrown away and rebuilt from rows.
public final class World {
  /// What one transaction takes in its stride.
  public static final int MOST_CHANGES = 2000;

  private final Map<RunId, Run> runs = new HashMap<>();
  private final Map<AttemptId, RunId> children = new HashMap<>();
  private final Turns turns = new Turns();
  private final Map<Long, Event.Scheduled> schedules = new HashMap<>();
  private final Queue<Batch.Consequence> consequences = new ArrayDeque<>();
  private final Triggers triggers = new Triggers();
  private final WaitingRuns waiting = new WaitingRuns();
  private final Capacity capacity;
  private final RunIds ids;
  private final RandomGenerator tokens;
  private final long worker;
  private final Instant attendedSince;
  private final int mostChanges;

  private World(
      Capacity capacity,
      RunIds ids,
      RandomGenerator tokens,
      long worker,
      Instant attendedSince,
      int mostChanges) {
    this.capacity = capacity;
    this.ids = ids;
    this.tokens = tokens;
    this.worker = worker;
    this.attendedSince = attendedSince;
    this.mostChanges = mostChanges;
  }

  /// @param worker the incarnation whose worker makes the attempts
  /// @param attendedSince due times before it came while nobody was there
  public static World empty(
      Capacity capacity, RunIds ids, RandomGenerator tokens, long worker, Instant attendedSince) {
    return empty(capacity, ids, tokens, worker, attendedSince, MOST_CHANGES);
  }

  /// @param mostChanges a batch with so many is ended, and the next one goes on
  public static World empty(
      Capacity capacity,
      RunIds ids,
      RandomGenerator tokens,
      long worker,
      Instant attendedSince,
      int mostChanges) {
    return new World(capacity, ids, tokens, worker, attendedSince, mostChanges);
  }

  public Map<RunId, Run> runs() {
    return runs;
  }

  public Optional<Run> run(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }

  public Capacity capacity() {
    return capacity;
  }

  public Map<Long, Event.Scheduled> schedules() {
    return schedules;
  }

  public Triggers triggers() {
    return triggers;
  }

  /// The runs that wait for runs of other workflows, and for which.
  public WaitingRuns waiting() {
    return waiting;
  }

  public RunIds ids() {
    return ids;
  }

  /// Whether runs of this partition are decided here.
  public boolean hosts(int partition) {
    return ids.in(partition);
  }

  /// Whether runs of any partition are decided here.
  public boolean hostsAny() {
    return ids.any();
  }

  /// The id of a new run, in a partition that is decided here.
  public RunId newId(Version version, Order order, Instant now) {
    var home = version.home(order);
    return home.isPresent() ? ids.next(home.getAsInt(), now) : ids.next(now);
  }

  /// Whether all that follows from the events so far is decided. If not, the batch had become too
  /// large, and the next one, with or without events, goes on.
  public boolean settled() {
    return consequences.isEmpty();
  }

  /// The run that an attempt of a `call` task waits for.
  Map<AttemptId, RunId> children() {
    return children;
  }

  Turns turns() {
    return turns;
  }

  Queue<Batch.Consequence> consequences() {
    return consequences;
  }

  RandomGenerator tokens() {
    return tokens;
  }

  long worker() {
    return worker;
  }

  Instant attendedSince() {
    return attendedSince;
  }

  int mostChanges() {
    return mostChanges;
  }

  /// The run of something that only a live run can have, such as a claim or a child.
  Run live(RunId id) {
    return Objects.requireNonNull(runs.get(id));
  }
}
