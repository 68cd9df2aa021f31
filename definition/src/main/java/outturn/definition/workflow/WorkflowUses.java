package outturn.definition.workflow;

import java.util.ArrayList;
import java.util.List;
import outturn.definition.reference.Use;
import outturn.definition.reference.Uses;
import outturn.definition.shape.Named;
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

  /// Notes what is taken of pools and locks.
  record Held(Uses uses, List<PoolUse> amounts) {
    void note(String lock, Position position) {
      uses.note(Use.Target.LOCK, lock, position);
    }

    void note(Named<Integer> pool) {
      uses.note(Use.Target.POOL, pool.name(), pool.position());
      amounts.add(new PoolUse(pool.name(), pool.value(), pool.valuePosition()));
    }
  }
}
