package outturn.engine.forecast;

/// How many draws a forecast makes, and of what numbers.
///
/// The numbers of a task come from the seed, its course's key and its name: forecasts of one seed
/// draw the same for the same task whatever else is there, so that what-ifs can be compared.
public record Effort(int draws, long seed) {
  static final int FEWEST = 100;
  static final int MOST = 2_000;
  private static final int TASK_DRAWS = 400_000;

  public Effort {
    if (draws < 1) throw new IllegalArgumentException("a forecast needs a draw");
  }

  /// Enough for the size of a situation: 400 draws for a thousand tasks, from 100 for more than
  /// four thousand to 2,000 for two hundred and fewer.
  public static Effort fitting(Situation situation, long seed) {
    int tasks = situation.courses().stream().mapToInt(course -> course.graph().size()).sum();
    return new Effort(Math.clamp(TASK_DRAWS / Math.max(1, tasks), FEWEST, MOST), seed);
  }
}
