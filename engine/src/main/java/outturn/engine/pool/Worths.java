package outturn.engine.pool;

import java.time.Instant;
import java.util.Map;
import outturn.engine.run.RunId;

/// The worth of runs as forecasts have told it. It is in no row: after a restart nothing has any,
/// until it is told anew.
public final class Worths {
  private Map<RunId, Worth> told = Map.of();
  private int tellings;

  /// @param all that there is: a run that is not in it has no worth any more
  public void tell(Map<RunId, Worth> all) {
    told = Map.copyOf(all);
    tellings++;
  }

  /// Counts how often it was told.
  int tellings() {
    return tellings;
  }

  /// How urgent a claim is; one without worth is less urgent than all that have some.
  double urgency(Claim claim, Instant now) {
    var worth = told.get(claim.run());
    return worth == null ? Double.NEGATIVE_INFINITY : worth.urgency(claim.task(), now);
  }
}
