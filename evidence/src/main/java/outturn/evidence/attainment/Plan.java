package outturn.evidence.attainment;

import java.util.Arrays;
import java.util.List;

/// A plan for one measure, as it is simulated.
///
/// @param periods of the forecast, from 0; the value of a period is that at its beginning, so a
///   lever that begins in 3 acts in period 3
public record Plan(
    Baseline baseline,
    List<Lever> levers,
    List<Contingency> contingencies,
    ElementRule rule,
    Target target,
    int periods) {
  public Plan {
    levers = List.copyOf(levers);
    contingencies = List.copyOf(contingencies);
  }

  /// The same plan without the levers of an element: what would come of it?
  public Plan without(Element element) {
    List<Lever> others = levers.stream().filter(lever -> lever.element() != element).toList();
    return new Plan(baseline, others, contingencies, rule, target, periods);
  }

  /// The elements without a lever, for which nothing comes of the plan.
  public List<Element> missing() {
    return Arrays.stream(Element.values())
        .filter(element -> levers.stream().noneMatch(lever -> lever.element() == element))
        .toList();
  }
}
