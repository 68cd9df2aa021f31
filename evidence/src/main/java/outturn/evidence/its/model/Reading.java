package outturn.evidence.its.model;

/// @param level of the intervals; an effect is declared where p is at most 1 - level
/// @param seed of the bootstrap
public record Reading(double level, long seed) {
  public static final Reading DEFAULT = new Reading(.95, 1);

  public double alpha() {
    return 1 - level;
  }
}
