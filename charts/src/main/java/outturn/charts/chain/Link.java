package outturn.charts.chain;

/// That one box leads to another.
///
/// @param strength 0 to 1
/// @param hint in words, for whoever points at it
public record Link(String from, String to, double strength, Line line, Effect effect, String hint) {
  /// How it is drawn.
  public enum Line {
    SOLID,
    /// Nobody said why.
    DASHED
  }

  /// Which way it works.
  public enum Effect {
    GOOD,
    BAD
  }
}
