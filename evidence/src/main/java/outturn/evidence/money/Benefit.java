package outturn.evidence.money;

import java.util.List;
import outturn.evidence.quantity.Pert;
import outturn.evidence.quantity.Quantity;

/// A change for somebody, valued: volume x change per unit x money per unit x realisation x share.
///
/// HM Treasury, *The Green Book*, chapter 6. A disbenefit has a negative change.
///
/// @param volumes units per year, the first of year 0
/// @param change per unit, where more is better: draws of an impact analysis, or three points
///   before there is one
public record Benefit(
    String name,
    Category category,
    List<Double> volumes,
    Quantity change,
    Worth worth,
    Claim claim) {
  public Benefit {
    volumes = List.copyOf(volumes);
  }

  /// What one unit of change is worth.
  public record Worth(Pert each, Prices prices) {}

  /// How much of the change is counted here.
  ///
  /// @param realisation the part that becomes real, in 0..1
  /// @param effect name of the measured effect: shares of one effect add up to 1 at most, so that
  ///   nothing is counted twice
  /// @param share the part of the effect that is attributed to this benefit, in 0..1
  public record Claim(Pert realisation, String effect, double share) {

    /// For time saved where nothing better is known: 0.2, 0.5, 0.8 of it becomes real.
    public static Claim ofTimeSaved(String effect, double share) {
      return new Claim(TIME_SAVED, effect, share);
    }

    private static final Pert TIME_SAVED = Pert.of(.2, .5, .8).result().orElseThrow();
  }
}
