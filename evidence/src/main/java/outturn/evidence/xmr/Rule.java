package outturn.evidence.xmr;

/// A pattern that noise alone seldom makes, in order of priority: the first that holds names the
/// point.
///
/// NHS England, *Making Data Count*: order and meaning as in its NHSRplotthedots.
public enum Rule {
  /// Strictly beyond a process limit.
  OUTSIDE,
  /// A run of strict moves in one direction; a tie ends it.
  TREND,
  /// Two of three in a row beyond two thirds of the way to the same limit.
  TWO_OF_THREE,
  /// A run on one side of the centre line; a value on the line ends it.
  SHIFT
}
