package outturn.evidence.estimate;

/// Something that the method takes for granted, and what the data say of it.
///
/// @param name as in JSON: `normal-residuals`
/// @param text one sentence for a reader who decides by it, with the figures
public record Assumption(String name, State state, String text) {
  public enum State {
    HOLDS,
    DOUBTFUL,
    /// The data cannot tell.
    NOT_TESTABLE
  }
}
