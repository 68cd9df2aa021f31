package outturn.evidence.synthetic;

/// A donor taken for the treated unit.
///
/// @param before mean squared gap before the start, in the square of the unit
/// @param after the same after it
/// @param effect average gap after the start
public record Placebo(String donor, double before, double after, double effect) {
  /// How many times larger the gap is after than before, squared.
  public double ratio() {
    return after / before;
  }
}
