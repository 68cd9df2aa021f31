package outturn.evidence.money;

import java.util.List;
import java.util.Map;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Grounds;
import outturn.evidence.quantity.Sample;
import outturn.evidence.quantity.Spread;

/// What a case is worth now, in money of its price year.
///
/// @param npv draws of the net present value; its mean, P10, P50 and P90 are shown
/// @param positive the chance of a net present value above 0, with the error of the simulation
/// @param waterfall from the forecast to the net worth
/// @param benefits worth now by category, after optimism: cashable money is never told together
///   with money that is not
public record NetWorth(
    Sample npv,
    Estimate positive,
    List<Bar> waterfall,
    Map<Category, Spread> benefits,
    Grounds grounds) {
  public NetWorth {
    waterfall = List.copyOf(waterfall);
    benefits = Map.copyOf(benefits);
  }
}
