package outturn.outcome.impact;

/// The same analysis where nothing happened: at other dates, or of others.
///
/// @param tried how many dates, or others
/// @param declared how many of them show an effect
/// @param text one sentence
public record Placebo(State state, int tried, int declared, String text) {

  /// What came of it.
  public enum State {
    PASSED,
    FAILED,
    /// There is nothing to try it on, or the design has no such placebo.
    NOT_TESTABLE
  }

  public boolean fails() {
    return state == State.FAILED;
  }
}
