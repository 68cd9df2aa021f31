package outturn.cli.csv;

/// The periods of a file in which several rows stand in the same one, such as a row for each unit.
public final class SharedPeriods {
  private final Timeline timeline;
  private final int[] rows;

  SharedPeriods(Timeline timeline, int[] rows) {
    this.timeline = timeline;
    this.rows = rows;
  }

  /// The periods, each once.
  public Timeline timeline() {
    return timeline;
  }

  /// In which of these a row stands.
  public int period(int row) {
    return rows[row];
  }
}
