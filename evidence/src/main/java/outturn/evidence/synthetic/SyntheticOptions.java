package outturn.evidence.synthetic;

/// @param level of the interval, such as 0.95
public record SyntheticOptions(Search search, double level) {
  public static final SyntheticOptions DEFAULT = new SyntheticOptions(Search.EXACT, .95);
}
