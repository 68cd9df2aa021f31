package outturn.evidence.attainment;

import outturn.evidence.quantity.Pert;

/// Something that may strike the measure: a risk that comes true, or an assumption that does not.
///
/// @param name unique in the plan
/// @param probability that it strikes, 0..1
/// @param impact if it does, signed, in the unit of the measure
/// @param from first period of the impact
public record Contingency(String name, double probability, Pert impact, int from) {
  public static Contingency ofRisk(String name, double probability, Pert impact) {
    return new Contingency(name, probability, impact, 0);
  }

  /// @param holds probability that the assumption is true, 0..1
  public static Contingency ofAssumption(String name, double holds, Pert impactIfFalse) {
    return new Contingency(name, 1 - holds, impactIfFalse, 0);
  }
}
