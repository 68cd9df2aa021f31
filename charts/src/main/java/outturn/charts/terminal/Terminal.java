package outturn.charts.terminal;

import outturn.charts.control.ControlChart;

/// A terminal on which a control chart can be printed, without colours.
///
/// @param columns at least 40
/// @param rows at least 8, all lines of the chart included
public record Terminal(int columns, int rows, Alphabet alphabet) {
  private static final int LEAST_COLUMNS = 40;
  private static final int LEAST_ROWS = 8;

  /// 72 columns and 14 rows.
  public static Terminal standard(Alphabet alphabet) {
    return new Terminal(72, 14, alphabet);
  }

  public Terminal {
    if (columns < LEAST_COLUMNS || rows < LEAST_ROWS) {
      throw new IllegalArgumentException(
          "a chart of %d x %d characters; expected at least %d x %d"
              .formatted(columns, rows, LEAST_COLUMNS, LEAST_ROWS));
    }
  }

  /// The chart as lines, each ended by a line feed: values, centre of each phase, target, changes.
  public String draw(ControlChart chart) {
    return new TerminalDrawing(chart, this).text();
  }
}
