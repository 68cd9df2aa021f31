package outturn.engine.pool;

import java.time.Instant;
import java.util.Map;
import outturn.engine.run.RunId;

/// The worth of runs as forecasts have told it. It is in no row: after a restart nothing has any,
/// until it is told anew.
public final class Worths {
  /// The urgency of a claim without worth: less than of all that have some.
  static final double NONE = Double.NEGATIVE_INFINITY;

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

  /// How urgent a claim is; [#NONE] if it has no worth.
  double urgency(Claim claim, Instant now) {
    var worth = told.get(claim.run());
    return worth == null ? NONE : worth.urgency(claim.task(), now);
  }
}
