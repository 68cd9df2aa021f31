package outturn.outcome.onepage;

/// A few sentences of a statement.
///
/// @param label what they are about, such as `People`; empty where their section says enough
public record Line(String label, String text) {
  static Line of(String text) {
    return new Line("", text);
  }
}
