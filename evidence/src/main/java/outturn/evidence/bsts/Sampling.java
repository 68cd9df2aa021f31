package outturn.evidence.bsts;

/// @param draws of the posterior that are kept; a tenth as many before them are not
/// @param level of the intervals, such as 0.95
public record Sampling(int draws, double level, long seed) {
  public static final Sampling DEFAULT = new Sampling(1000, .95, 1);
}
