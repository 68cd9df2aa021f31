package outturn.engine.decide;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import outturn.engine.pool.Capacity;
import outturn.engine.run.AttemptId;
import outturn.engine.run.Run;
import outturn.engine.run.RunId;
import outturn.engine.run.RunIds;
import outturn.engine.schedule.Turns;

/// The memory of what a node decides: a cache of rows, private to the decision thread.
///
/// Deciding changes it at once, ahead of the commit; nobody else sees it. When a commit does not
/// succeed, the whole is thrown away and rebuilt from rows.
///
/// @param children the run that an attempt of a `call` task waits for
/// @param worker the incarnation whose worker makes the attempts
/// @param attendedSince due times before it came while nobody was there
public record World(
    Map<RunId, Run> runs,
    Map<AttemptId, RunId> children,
    Capacity capacity,
    Turns turns,
    Map<Long, Event.Scheduled> schedules,
    RunIds ids,
    RandomGenerator tokens,
    long worker,
    Instant attendedSince) {

  public static World empty(
      Capacity capacity, RunIds ids, RandomGenerator tokens, long worker, Instant attendedSince) {
    return new World(
        new HashMap<>(),
        new HashMap<>(),
        capacity,
        new Turns(),
        new HashMap<>(),
        ids,
        tokens,
        worker,
        attendedSince);
  }

  /// The run of something that only a live run can have, such as a claim or a child.
  Run live(RunId id) {
    return Objects.requireNonNull(runs.get(id));
  }

  public Optional<Run> run(RunId id) {
    return Optional.ofNullable(runs.get(id));
  }
}
