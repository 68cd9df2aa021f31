package outturn.outcome.grade;

/// A reason to trust an estimate more than its design. Together they are worth one step.
public enum Support {
  DOSE_RESPONSE("the effect grew with adoption"),
  REPLICATED("it was found again at two or more places that started at different times");

  private final String text;

  Support(String text) {
    this.text = text;
  }

  /// As it stands in a sentence.
  public String text() {
    return text;
  }
}
