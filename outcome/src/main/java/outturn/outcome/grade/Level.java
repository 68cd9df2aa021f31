package outturn.outcome.grade;

import outturn.definition.outcome.Analysis.Design;
import outturn.definition.outcome.Outcome;

/// How far a design rules out that something else brought the change about: the Maryland Scientific
/// Methods Scale.
///
/// Sherman and others, *Preventing Crime* (1997); What Works Centre for Local Economic Growth,
/// *Guide to Scoring Evidence Using the Maryland Scientific Methods Scale* (2016).
public enum Level {
  BEFORE_AND_AFTER(1, "a before and an after without a comparison"),
  OWN_PAST(2, "compared with what its own past and other measures let expect"),
  COMPARISON_GROUP(3, "compared with others that did not change"),
  AS_IF_AT_RANDOM(4, "compared with others, by a choice or an order that was drawn by lot"),
  RANDOMISED(5, "a randomised experiment");

  private final int number;
  private final String text;

  Level(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /// The level that a design can reach. Those who start one after the other are a comparison; that
  /// they were drawn by lot is not known from a design.
  public static Level of(Design design) {
    return switch (design) {
      case BEFORE_AFTER -> BEFORE_AND_AFTER;
      case INTERRUPTED_TIME_SERIES -> OWN_PAST;
      case DIFFERENCE_IN_DIFFERENCES, SYNTHETIC_CONTROL, STAGGERED -> COMPARISON_GROUP;
    };
  }

  /// The level that an outcome can reach as it is planned: by its design, or, where it is rolled
  /// out in turn, by comparing those who have it with those who do not yet.
  public static Level reachable(Outcome outcome) {
    boolean isStaggered =
        outcome.levers().stream().anyMatch(lever -> !lever.spread().rollout().isEmpty());
    var designed =
        outcome
            .appraisal()
            .analysis()
            .map(analysis -> of(analysis.design()))
            .orElse(BEFORE_AND_AFTER);
    return isStaggered && !designed.allowsCause() ? COMPARISON_GROUP : designed;
  }

  /// 1 to 5.
  public int number() {
    return number;
  }

  /// As it stands in a sentence: `compared with others that did not change`.
  public String text() {
    return text;
  }

  /// Whether a sentence may say that the change did it.
  public boolean allowsCause() {
    return number >= COMPARISON_GROUP.number;
  }

  Confidence start() {
    return switch (this) {
      case BEFORE_AND_AFTER -> Confidence.VERY_LOW;
      case OWN_PAST -> Confidence.LOW;
      case COMPARISON_GROUP, AS_IF_AT_RANDOM -> Confidence.MODERATE;
      case RANDOMISED -> Confidence.HIGH;
    };
  }
}
