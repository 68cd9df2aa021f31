package outturn.evidence.synthetic;

import outturn.evidence.weights.Ridge;
import outturn.evidence.weights.Search;

/// @param ridge what uneven weights cost, in multiples of the noise of the donors, 0..100; with
///   more, more donors get a weight
/// @param level of the interval, such as 0.95
public record SyntheticOptions(Search search, double ridge, double level) {
  public static final SyntheticOptions DEFAULT =
      new SyntheticOptions(Search.EXACT, Ridge.SMALL, .95);
}
