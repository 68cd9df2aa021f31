package outturn.engine.reason;

import java.time.Instant;
import outturn.engine.pool.Worth;
import outturn.engine.run.RunId;

/// A task that waits for a pool which goes to what is worth most, of a run that is worth something.
///
/// @param place of the task in its graph
/// @param worth of its run
public record Contender(
    RunId run, String workflow, String task, int place, int priority, Worth worth) {

  /// Whether its turn comes before another's, by worth alone.
  boolean isBefore(Contender other, Instant now) {
    return worth.urgency(place, now) > other.worth().urgency(other.place(), now);
  }
}
