package outturn.evidence.changepoint;

import java.util.List;

/// The best partition with a number of breaks.
///
/// @param squares residual sum of squares over all segments, in squares of the unit
/// @param bic Bayesian information criterion: the less the better
/// @param lastBefore the last period before each break, in order
public record Candidate(int breaks, double squares, double bic, List<Integer> lastBefore) {
  public Candidate {
    lastBefore = List.copyOf(lastBefore);
  }
}
