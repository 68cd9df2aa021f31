package outturn.evidence.money;

import java.util.List;
import outturn.evidence.quantity.Pert;

/// What must be spent.
///
/// @param amount drawn once for all years
/// @param phasing how many times the amount is spent in each year, the first of year 0: 1, 0.2, 0.2
///   is an investment with upkeep of a fifth a year
public record Cost(String name, Pert amount, List<Double> phasing, Prices prices) {
  public Cost {
    phasing = List.copyOf(phasing);
  }
}
