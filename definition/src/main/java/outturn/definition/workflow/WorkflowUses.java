package outturn.definition.workflow;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.text.Position;

/// What a workflow wants of others beyond their names.
///
/// @param calls of other workflows
/// @param pools amounts held of pools
public record WorkflowUses(List<CallSite> calls, List<PoolUse> pools) {

  /// Of a workflow that wants nothing yet; the lists grow.
  static WorkflowUses empty() {
    return new WorkflowUses(new ArrayList<>(), new ArrayList<>());
  }

  /// @param position of the amount
  public record PoolUse(String pool, int amount, Position position) {}
}
