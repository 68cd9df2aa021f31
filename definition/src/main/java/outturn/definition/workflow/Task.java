package outturn.definition.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outturn.definition.expression.Expression;
import outturn.definition.expression.ValueType;
import outturn.definition.flow.Conduct;

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

  /// What it is to its run.
  public Conduct conduct() {
    return rules.conduct();
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

    /// Whether the needed task may end so. A failure that it is allowed counts as success too.
    public boolean accepts(End end, Conduct needed) {
      boolean allowed = end == End.FAILED && needed.failing() == Conduct.Failing.TOLERATED;
      return accepted.contains(end) || (allowed && accepted.contains(End.SUCCEEDED));
    }
  }

  /// @param items evaluates to a list
  /// @param parallel how many items may run at once
  public record ForEach(Expression items, int parallel) {}

  /// What to do when an attempt was lost with its worker.
  public enum OnLost {
    RETRY,
    FAIL,
    ASK;

    /// By default: what does nothing of its own is done again, of all else a person decides.
    static OnLost of(Action action) {
      return switch (action) {
        case Action.Nothing _, Action.Wait _, Action.Call _, Action.Approval _, Action.Collect _ ->
            RETRY;
        case Action.Run _, Action.Sql _, Action.Http _ -> ASK;
      };
    }
  }

  /// The rules an attempt lives under.
  ///
  /// @param timeout how long one attempt may run
  /// @param pools how much of each named pool an attempt holds; of locks too, see
  ///   [outturn.definition.pool.Lock]
  /// @param priority its own, where it is not the workflow's
  /// @param conduct what the task is to its run
  public record Rules(
      Retry retry,
      Optional<Duration> timeout,
      Map<String, Integer> pools,
      OnLost onLost,
      Optional<Integer> priority,
      Conduct conduct) {
    public Rules {
      pools = Map.copyOf(pools);
    }

    /// Of a task that is as urgent as its workflow, and nothing special to its run.
    public Rules(
        Retry retry, Optional<Duration> timeout, Map<String, Integer> pools, OnLost onLost) {
      this(retry, timeout, pools, onLost, Optional.empty(), Conduct.USUAL);
    }
  }
}
