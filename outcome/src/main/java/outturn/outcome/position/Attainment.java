package outturn.outcome.position;

import outturn.definition.outcome.Outcome.Sustain;

/// Whether a target is met: so many of the last so many periods reach it. One lucky period is not
/// enough where the goal says how long it must last; where it does not, the latest period decides.
///
/// @param reached how many of the counted periods reach the target; a missing one does not
/// @param counted the last `of` periods, or as many as there are after the baseline
/// @param rule how many must
public record Attainment(int reached, int counted, Sustain rule) {
  public boolean isMet() {
    return reached >= rule.periods();
  }
}
