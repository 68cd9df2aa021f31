package outturn.cli.terminal;

/// A column of a table.
///
/// @param least what it may shrink to on a narrow terminal
public record Column(String title, Side side, int least) {
  private static final int LEAST_FLEXIBLE = 10;

  /// On which side the text of a column stands.
  public enum Side {
    LEFT,
    RIGHT
  }

  /// Words, never cut.
  public static Column of(String title) {
    return new Column(title, Side.LEFT, Integer.MAX_VALUE);
  }

  /// Numbers, never cut.
  public static Column ofNumbers(String title) {
    return new Column(title, Side.RIGHT, Integer.MAX_VALUE);
  }

  /// Words that may be cut.
  public static Column flexible(String title) {
    return new Column(title, Side.LEFT, LEAST_FLEXIBLE);
  }
}
