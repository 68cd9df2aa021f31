package outturn.engine.forecast;

/// How many draws a forecast makes, and of what numbers: from the fewest on until
/// [outturn.engine.play.Precision] says that they are enough, but no more than the most.
///
/// The numbers of a task come from the seed, its course's key and its name: forecasts of one seed
/// draw the same for the same task whatever else is there, so that what-ifs can be compared. The
/// first draws are the same however many follow.
public record Effort(int fewest, int most, long seed) {
  static final int FEWEST = 100;
  static final int MOST = 2_000;
  private static final int TASK_DRAWS = 250_000;

  public Effort {
    if (fewest < 1) throw new IllegalArgumentException("a forecast needs a draw");
    if (most < fewest)
      throw new IllegalArgumentException("the most draws are fewer than the fewest");
  }

  /// So many draws, whatever they come to.
  public Effort(int draws, long seed) {
    this(draws, draws, seed);
  }

  /// As many draws as are enough, from 100 on; at most 250 for a thousand tasks, which take 50 ms,
  /// 100 for more than 2,500, and 2,000 for 125 and fewer.
  public static Effort fitting(Situation situation, long seed) {
    int tasks = situation.courses().stream().mapToInt(course -> course.graph().size()).sum();
    int most = Math.clamp(TASK_DRAWS / Math.max(1, tasks), FEWEST, MOST);
    return new Effort(FEWEST, most, seed);
  }

  /// The most that fit, for forecasts that are compared with each other.
  public static Effort whole(Situation situation, long seed) {
    return new Effort(fitting(situation, seed).most(), seed);
  }
}
