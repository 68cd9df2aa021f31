package outturn.evidence.bsts;

import java.util.List;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.its.Chart;

/// What changed, against draws of what would have been.
///
/// @param average difference to the counterfactual over the used periods after, in the unit of the
///   measure; credible interval, standard deviation of the draws
/// @param cumulative sum of these differences; for flows only
/// @param relative cumulative over the counterfactual: .1 is 10 % more
/// @param tail share of draws on the other side of the observed sum, the observed counted: small
///   where an effect is probable; also the p of the estimates
/// @param chart fitted is missing: before the intervention the level follows the values
public record BstsResult(
    Estimate average,
    Estimate cumulative,
    Estimate relative,
    double tail,
    Chart chart,
    List<Inclusion> inclusions,
    Grounds grounds) {
  public BstsResult {
    inclusions = List.copyOf(inclusions);
  }
}
