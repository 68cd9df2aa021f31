package outturn.engine.pool;

import java.time.Instant;
import java.util.Map;
import outturn.engine.run.RunId;

/// The wish of a ready task, or item, to start.
///
/// @param workflow of the run
/// @param task its place in the run's graph
public record Claim(RunId run, String workflow, int task, int item, Want want, Instant since)
    implements Comparable<Claim> {

  /// What is wanted, and how urgently.
  ///
  /// @param pools how much of each it holds while it runs
  /// @param priority 5 goes first, 1 last
  public record Want(Lane lane, Map<String, Integer> pools, int priority) {}

  public Lane lane() {
    return want.lane();
  }

  public Map<String, Integer> pools() {
    return want.pools();
  }

  public int priority() {
    return want.priority();
  }

  /// The oldest first.
  @Override
  public int compareTo(Claim other) {
    int order = since.compareTo(other.since);
    if (order == 0) order = run.compareTo(other.run);
    if (order == 0) order = Integer.compare(task, other.task);
    return order == 0 ? Integer.compare(item, other.item) : order;
  }
}
