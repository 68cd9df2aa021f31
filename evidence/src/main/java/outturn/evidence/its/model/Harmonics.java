package outturn.evidence.its.model;

/// A season as pairs of a sine and a cosine.
///
/// @param cycle periods of a cycle, such as 12 for months of a year
/// @param pairs with 1, 2, 3 … waves a cycle; at most half the cycle, of which the last has a
///   cosine only
public record Harmonics(int cycle, int pairs) {
  public static final Harmonics NONE = new Harmonics(2, 0);
}
