package outturn.outcome.survey;

import java.util.List;
import java.util.OptionalInt;

/// What is told of the answers of a group, or of all.
///
/// @param n how many answers that count
/// @param distribution of the answers over the points of a scale, the lowest first; empty where
///   there are fewer than 10
public record Numbers(int n, List<Amount> amounts, List<Place> distribution) {
  public Numbers {
    amounts = List.copyOf(amounts);
    distribution = List.copyOf(distribution);
  }

  /// A number with its interval of 95 %; shares are 0..1.
  ///
  /// @param what `share`, `mean`, `net-score`, `median`, `score`; of a choice its name
  /// @param counted for a share: how many answers count
  public record Amount(
      String what, double value, double lower, double upper, OptionalInt counted) {}

  /// How often an answer was given.
  public record Place(String label, int count) {}
}
