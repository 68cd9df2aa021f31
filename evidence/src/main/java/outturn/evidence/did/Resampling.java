package outturn.evidence.did;

/// @param draws of the bootstrap, and as many of the permutations
/// @param level of the intervals, such as 0.95
public record Resampling(int draws, double level, long seed) {
  public static final Resampling DEFAULT = new Resampling(999, .95, 1);
}
