package outturn.outcome.onepage;

import java.util.Locale;

/// What a statement tells, in its fixed order.
public enum Part {
  OUTCOME("The outcome"),
  BENEFICIARY("For whom"),
  RESULT("Result"),
  CHART("Chart"),
  DEEDS("What we did"),
  CONFIDENCE("How sure we are"),
  MONEY("What it is worth"),
  EXPLANATIONS("What else could explain it"),
  NEXT("What happens next"),
  DATA("Data"),
  SIGNATURES("Signed");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// `explanations`
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
