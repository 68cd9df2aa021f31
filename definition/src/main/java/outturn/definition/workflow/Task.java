package outturn.definition.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Expression;
import outturn.definition.expression.ValueType;

/// A node of a workflow's graph.
///
/// @param when the task is skipped when this says no
/// @param forEach one item run for each element, or empty for a task that runs once
/// @param outputs what the task promises to write; a promised one that is missing fails it
public record Task(
    String name,
    List<Need> needs,
    Optional<Expression> when,
    Optional<ForEach> forEach,
    Action action,
    Rules rules,
    Map<String, ValueType> outputs) {

  public Task {
    needs = List.copyOf(needs);
    outputs = Map.copyOf(outputs);
  }

  /// How a task ended, as far as those that need it can tell.
  public enum End {
    SUCCEEDED,
    FAILED,
    SKIPPED
  }

  /// A task that must have ended in one of these ways first.
  public record Need(String task, List<End> accepted) {
    public Need {
      accepted = List.copyOf(accepted);
    }
  }

  /// @param items evaluates to a list
  /// @param parallel how many items may run at once
  public record ForEach(Expression items, int parallel) {}

  /// What to do when an attempt was lost with its worker.
  public enum OnLost {
    RETRY,
    FAIL,
    ASK
  }

  /// The rules an attempt lives under.
  ///
  /// @param timeout how long one attempt may run
  /// @param pools how much of each named pool an attempt holds; of locks too, see
  ///   [outturn.definition.pool.Lock]
  /// @param priority its own, where it is not the workflow's
  public record Rules(
      Retry retry,
      Optional<Duration> timeout,
      Map<String, Integer> pools,
      OnLost onLost,
      Optional<Integer> priority) {
    public Rules {
      pools = Map.copyOf(pools);
    }

    /// Of a task that is as urgent as its workflow.
    public Rules(
        Retry retry, Optional<Duration> timeout, Map<String, Integer> pools, OnLost onLost) {
      this(retry, timeout, pools, onLost, Optional.empty());
    }
  }
}
