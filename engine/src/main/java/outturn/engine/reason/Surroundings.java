package outturn.engine.reason;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;

/// What a run's rows do not say of themselves, and its reasons depend on.
///
/// @param ahead other runs of the groups in which it takes its turn, oldest first
/// @param began when its running attempts started
/// @param children the runs that its `call` attempts have started
/// @param rivals live runs that are more urgent than its least urgent task, the most urgent first
/// @param shortage of disk, in words, while it keeps all that is new from beginning
public record Surroundings(
    Instant now,
    Pools pools,
    List<Holder> ahead,
    Map<AttemptId, Instant> began,
    Map<AttemptId, RunId> children,
    List<Rival> rivals,
    Optional<String> shortage) {
  public Surroundings {
    ahead = List.copyOf(ahead);
    began = Map.copyOf(began);
    children = Map.copyOf(children);
    rivals = List.copyOf(rivals);
  }
}
