package outturn.definition.survey;

/// The points of a rating, each with its words; the same direction everywhere: low is bad.
public enum Points {
  /// From strongly disagree to strongly agree, 1 to 5.
  AGREEMENT(1, 5),
  /// From very dissatisfied to very satisfied, 1 to 5.
  SATISFACTION(1, 5),
  /// How easy it was made, 1 to 7 of agreement.
  EASE(1, 7),
  /// 1 to 7 of agreement, of which a mean is told.
  SEVEN(1, 7),
  /// 0 to 10, of which a net score is told.
  TEN(0, 10);

  private final int lowest;
  private final int highest;

  Points(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }

  public boolean has(int point) {
    return lowest <= point && point <= highest;
  }

  /// What a point says.
  public String label(int point, Language language) {
    return PointTexts.of(this).get(point - lowest).in(language);
  }
}
