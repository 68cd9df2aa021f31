package outturn.evidence.synthetic;

import java.util.List;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.series.Series;

/// What a synthetic control found, in the unit of the measure.
///
/// @param effect average gap after the start
/// @param weights of all donors that have one, the largest first
/// @param synthetic what would have been, per period
/// @param gaps observed less synthetic, per period
/// @param treated the treated unit, as its placebos
public record SyntheticResult(
    Estimate effect,
    List<Weight> weights,
    Series synthetic,
    Series gaps,
    Placebo treated,
    Robustness robustness,
    Grounds grounds) {
  public SyntheticResult {
    weights = List.copyOf(weights);
  }
}
