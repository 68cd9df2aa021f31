package outturn.outcome.confirm;

import java.util.Set;

/// What is supposed of a plan, to see what would come of it.
///
/// @param daysLate how much later everything comes that has not begun
/// @param effect the part of each effect that is real; 1 is as planned
/// @param adoption the part of those expected to take up the new way who do; 1 is as planned
/// @param without levers that are left out, by name
public record Supposition(int daysLate, double effect, double adoption, Set<String> without) {
  public static final Supposition NONE = new Supposition(0, 1, 1, Set.of());

  public Supposition {
    without = Set.copyOf(without);
  }

  /// What an effect is multiplied by: in the simulation the one is taken times the other.
  double share() {
    return effect * adoption;
  }
}
