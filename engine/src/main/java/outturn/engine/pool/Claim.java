package outturn.engine.pool;

import java.time.Instant;
import java.util.Map;
import outturn.engine.run.RunId;

/// The wish of a ready task, or item, to start.
///
/// @param workflow of the run
/// @param task its place in the run's graph
/// @param pools how much of each it holds while it runs
public record Claim(
    RunId run,
    String workflow,
    int task,
    int item,
    Lane lane,
    Map<String, Integer> pools,
    Instant since)
    implements Comparable<Claim> {

  /// The oldest first.
  @Override
  public int compareTo(Claim other) {
    int order = since.compareTo(other.since);
    if (order == 0) order = run.compareTo(other.run);
    if (order == 0) order = Integer.compare(task, other.task);
    return order == 0 ? Integer.compare(item, other.item) : order;
  }
}
