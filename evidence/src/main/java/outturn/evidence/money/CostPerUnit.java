package outturn.evidence.money;

import java.util.List;
import java.util.random.RandomGenerator;
import outturn.evidence.estimate.Answer;
import outturn.evidence.estimate.Reason;
import outturn.evidence.quantity.Quantity;
import outturn.evidence.quantity.Seed;
import outturn.evidence.quantity.Spread;

/// What one unit of an outcome costs, for outcomes that nobody wants to price.
///
/// HM Treasury, *The Green Book*: cost-effectiveness analysis.
public final class CostPerUnit {
  private CostPerUnit() {}

  /// Costs worth now, with their uplift, over units.
  ///
  /// @param business its benefits are left out
  /// @param units of the outcome over all years, all draws above 0
  public static Answer<Spread> of(BusinessCase business, Quantity units, int draws, Seed seed) {
    BusinessCase costs =
        new BusinessCase(List.of(), business.costs(), business.discount(), business.optimism());
    return Valuation.of(costs, draws, seed)
        .then(worth -> {
          RandomGenerator random = seed.generator();
          double[] ratios = new double[draws];
          for (int i = 0; i < draws; i++) {
            double unit = units.draw(i, random);
            if (!(unit > 0)) {
              return Answer.refused(
                  Reason.OUT_OF_RANGE,
                  "A cost per unit needs units above 0 and one draw has %s; tell costs and outcome side by side instead."
                      .formatted(unit));
            }
            ratios[i] = -worth.npv().value(i) / unit;
          }
          return Answer.found(Spread.of(ratios));
        });
  }
}
