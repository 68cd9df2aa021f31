package outturn.evidence.changepoint;

import java.util.List;
import outturn.evidence.estimate.Grounds;

/// Where the regression broke, with the number of breaks that the BIC prefers.
///
/// @param candidates the best partition with 0, 1, 2 … breaks
public record BreaksResult(
    Changes changes, List<Candidate> candidates, StabilityTests tests, Grounds grounds) {
  public BreaksResult {
    candidates = List.copyOf(candidates);
  }
}
