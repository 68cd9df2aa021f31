package outturn.evidence.xmr;

/// Whose run lengths are used.
public enum RuleSet {
  /// NHS England: trend of 7 points, shift of 7, all three of two-of-three on one side of the
  /// centre.
  NHS(7, 7),
  /// Tests 1, 2, 3 and 5 of Nelson, *The Shewhart Control Chart: Tests for Special Causes*, Journal
  /// of Quality Technology 16 (1984), 237-239: shift of 9 points, trend of 6, the third of
  /// two-of-three anywhere.
  NELSON(6, 9);

  private final int trend;
  private final int shift;

  RuleSet(int trend, int shift) {
    this.trend = trend;
    this.shift = shift;
  }

  /// Points of a trend; one more than its moves.
  public int trend() {
    return trend;
  }

  /// Points of a shift.
  public int shift() {
    return shift;
  }
}
