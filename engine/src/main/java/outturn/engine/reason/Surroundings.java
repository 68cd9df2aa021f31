package outturn.engine.reason;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.engine.run.AttemptId;
import outturn.engine.run.RunId;
import outturn.engine.trigger.Waiting;

/// What a run's rows do not say of themselves, and its reasons depend on.
///
/// @param began when its running attempts started
/// @param children the runs that its `call` attempts have started
/// @param shortage of disk, in words, while it keeps all that is new from beginning
public record Surroundings(
    Instant now,
    Pools pools,
    Others others,
    Map<AttemptId, Instant> began,
    Map<AttemptId, RunId> children,
    Optional<String> shortage) {
  public Surroundings {
    began = Map.copyOf(began);
    children = Map.copyOf(children);
  }

  /// The runs that it may have to wait for.
  ///
  /// @param ahead those of the groups in which it takes its turn, oldest first
  /// @param rivals live ones that are more urgent than its least urgent task, the most urgent first
  /// @param needs those of other workflows that have to succeed before it begins
  public record Others(List<Holder> ahead, List<Rival> rivals, List<Waiting.Need> needs) {
    public static final Others NONE = new Others(List.of(), List.of(), List.of());

    public Others {
      ahead = List.copyOf(ahead);
      rivals = List.copyOf(rivals);
      needs = List.copyOf(needs);
    }
  }
}
