package outturn.outcome.chain;

import java.util.Optional;

/// How much an edge does, as a range of three points.
///
/// @param low or the worst
/// @param high or the best
/// @param unit of the three
/// @param share of all that is expected to move the same measure, 0 to 1; empty where there is no
///   such whole
public record Strength(
    double low, double likely, double high, String unit, Optional<Double> share) {

  /// `−1 days (−0.5 to −1.5)`
  String text() {
    var amount = Figures.of(likely) + (unit.isEmpty() ? "" : " " + unit);
    if (low == high) return amount;
    return "%s (%s to %s)".formatted(amount, Figures.of(low), Figures.of(high));
  }
}
