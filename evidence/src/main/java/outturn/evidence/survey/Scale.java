package outturn.evidence.survey;

/// A rating scale of whole points.
public enum Scale {
  /// Satisfaction after a request (CSAT), 1 to 5; 4 and 5 count.
  SATISFACTION(1, 5, 4),
  /// From strongly disagree to strongly agree, 1 to 5; 4 and 5 agree.
  AGREEMENT(1, 5, 4),
  /// How easy it was made (CES 2.0), 1 to 7; 5 to 7 count.
  EASE(1, 7, 5);

  private final int lowest;
  private final int highest;
  private final int countedFrom;

  Scale(int lowest, int highest, int countedFrom) {
    this.lowest = lowest;
    this.highest = highest;
    this.countedFrom = countedFrom;
  }

  public int lowest() {
    return lowest;
  }

  public int points() {
    return highest - lowest + 1;
  }

  /// The lowest point that counts as a good answer.
  public int countedFrom() {
    return countedFrom;
  }
}
