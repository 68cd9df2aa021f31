package outturn.evidence.attainment;

import outturn.evidence.quantity.Pert;

/// An activity of a plan that is expected to move the measure.
///
/// @param name unique in the plan
/// @param effect at full adoption, signed, in the unit of the measure
/// @param readiness how far what the lever brings is in place once it has begun, 0..1
public record Lever(
    String name, Element element, Pert effect, Timing timing, Adoption adoption, double readiness) {

  /// The share of the effect, 0..1, before the rule of the elements.
  double share(double elapsed) {
    double timed = timing.share(elapsed);
    return timed == 0 ? 0 : timed * adoption.share(elapsed);
  }
}
