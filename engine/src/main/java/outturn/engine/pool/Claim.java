package outturn.engine.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import outturn.engine.run.RunId;

/// The wish of a ready task, or item, to start.
///
/// @param task its place in the run's graph
/// @param pools how much of each it holds while it runs
public record Claim(
    RunId run, int task, int item, Lane lane, Map<String, Integer> pools, Instant since)
    implements Comparable<Claim> {
  private static final Comparator<Claim> ORDER =
      Comparator.comparing(Claim::since)
          .thenComparing(Claim::run)
          .thenComparingInt(Claim::task)
          .thenComparingInt(Claim::item);

  @Override
  public int compareTo(Claim other) {
    return ORDER.compare(this, other);
  }
}
