package outturn.outcome.impact;

/// The same analysis where nothing happened: at other dates, or of others.
///
/// @param tried how many dates, or others
/// @param declared how many of them show an effect
/// @param text one sentence
public record Placebo(State state, int tried, int declared, String text) {
  private static final double TOLERATED = outturn.evidence.its.Placebo.TOLERATED;
  private static final int LEAST_OTHERS = 3;

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

  /// Of dates before the intervention: too many effects there speak against the method.
  static Placebo atDates(int tried, int declared) {
    if (tried == 0) {
      return new Placebo(
          State.NOT_TESTABLE,
          0,
          0,
          "There are too few values before the intervention to try other dates.");
    }
    return new Placebo(
        state(tried, declared),
        tried,
        declared,
        "Of %d dates before the intervention, at which nothing happened, %d %s an effect."
            .formatted(tried, declared, declared == 1 ? "shows" : "show"));
  }

  /// Of others that the intervention did not reach.
  ///
  /// @param declared those that moved as much
  static Placebo ofOthers(int tried, int declared) {
    if (tried < LEAST_OTHERS) {
      return new Placebo(
          State.NOT_TESTABLE, 0, 0, "There are too few others to try the method on.");
    }
    return new Placebo(
        state(tried, declared),
        tried,
        declared,
        "Of %d that the intervention did not reach, %d moved as much.".formatted(tried, declared));
  }

  private static State state(int tried, int declared) {
    return declared > TOLERATED * tried ? State.FAILED : State.PASSED;
  }
}
