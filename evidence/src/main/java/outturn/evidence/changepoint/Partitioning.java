package outturn.evidence.changepoint;

/// How a series is cut into levels, decided before the data are looked at.
public record Partitioning(Least least, Penalty penalty) {
  /// Segments of four values and more; the penalty allows for autocorrelation.
  public static final Partitioning STANDARD =
      new Partitioning(new Least.Values(4), Penalty.AUTOCORRELATED);

  public Partitioning with(Least changed) {
    return new Partitioning(changed, penalty);
  }

  public Partitioning with(Penalty changed) {
    return new Partitioning(least, changed);
  }
}
