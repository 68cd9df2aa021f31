package outturn.outcome.impact;

/// How an interval may be read.
public enum Kind {
  FINAL("Read on its review date: the interval holds for this one reading."),
  INTERIM(
      "Read outside a review date: the interval is wider, so that it holds however often one looks.");

  private final String rule;

  Kind(String rule) {
    this.rule = rule;
  }

  /// One sentence.
  public String rule() {
    return rule;
  }
}
