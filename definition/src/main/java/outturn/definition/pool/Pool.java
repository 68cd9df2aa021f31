package outturn.definition.pool;

/// Counted capacity.
///
/// @param size how much may be held at once
/// @param order who gets it next of those who wait for it
public record Pool(String name, String title, int size, Order order) {

  /// Who goes first of those who wait for a pool with the same priority.
  public enum Order {
    /// Whose workflow has the fewest slots, and of these who has waited longest.
    AGE,
    /// Where waiting is expected to cost most.
    WORTH
  }
}
