package outturn.outcome.words;

import java.util.Locale;
import java.util.Optional;
import outturn.definition.measure.Measure.Better;
import outturn.outcome.amount.Amounts;
import outturn.outcome.amount.Units;
import outturn.outcome.grade.Confidence;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Grade;

/// Says what a change did, by rule: no more than the evidence allows, the interval before the best
/// estimate, natural units before percent.
///
/// The words of confidence are those of Santesso and others, *GRADE guidelines 26*, Journal of
/// Clinical Epidemiology 119 (2020), 126-135. Only from level 3 on does a sentence say that the
/// change did it; that nothing happened is never said.
public final class ImpactSentences {
  private static final double HUNDRED = 100;

  /// From so many times the change that matters on it is large.
  private static final double LARGE = 2;

  private final Impact impact;
  private final Grade grade;
  private final Amounts amounts;
  private final double low;
  private final double high;

  private ImpactSentences(Impact impact, Grade grade) {
    this.impact = impact;
    this.grade = grade;
    this.amounts = new Amounts(impact.measure());
    this.low = impact.effect().interval().lower();
    this.high = impact.effect().interval().upper();
  }

  /// One to four sentences.
  public static String of(Impact impact, Grade grade) {
    return new ImpactSentences(impact, grade).all();
  }

  private String all() {
    if (grade.doubts().contains(Doubt.PLACEBO_FAILED)) {
      return "%s: the method also finds effects where none happened, so we do not report a figure."
          .formatted(Titles.first(title()));
    }
    if (isWithinWhatMatters()) return unimportant();
    if (low <= 0 && high >= 0) return unknown();
    if (grade.level().allowsCause() && grade.confidence() != Confidence.VERY_LOW) {
      return caused() + size() + wrongWay();
    }
    return followed() + size() + wrongWay();
  }

  /// The change is small whichever end of the interval is true, and we know enough to say so.
  private boolean isWithinWhatMatters() {
    return grade.confidence() != Confidence.VERY_LOW
        && low <= 0
        && high >= 0
        && matters().filter(least -> -low < least && high < least).isPresent();
  }

  private String unimportant() {
    return "%s %s by less than matters after %s: the data fit anything from %s, and what matters begins at %s (%s)."
        .formatted(
            Titles.first(title()),
            switch (grade.confidence()) {
              case HIGH -> "changed";
              case MODERATE -> "likely changed";
              case LOW, VERY_LOW -> "may have changed";
            },
            impact.change(),
            amounts.signedChanges(low, high),
            matters().map(amounts::change).orElse(""),
            grounds());
  }

  private String unknown() {
    return "We cannot tell from these data whether %s changed %s: they fit anything from %s (%s)."
        .formatted(
            impact.change(), Titles.inside(title()), amounts.signedChanges(low, high), grounds());
  }

  /// `The seat belt law likely reduced …`
  private String caused() {
    var verb = isFall() ? "reduced" : "raised";
    return "%s %s %s by %s (%s)."
        .formatted(
            Titles.first(impact.change()),
            switch (grade.confidence()) {
              case HIGH -> verb;
              case MODERATE -> "likely " + verb;
              case LOW, VERY_LOW -> "may have " + verb;
            },
            Titles.inside(title()),
            range(),
            evidence());
  }

  /// `Car drivers killed may have fallen …`
  private String followed() {
    var past = isFall() ? "fell" : "rose";
    var sentence =
        "%s %s by %s after %s (%s)."
            .formatted(
                Titles.first(title()),
                switch (grade.confidence()) {
                  case HIGH, VERY_LOW -> past;
                  case MODERATE -> "likely " + past;
                  case LOW -> "may have " + (isFall() ? "fallen" : "risen");
                },
                range(),
                impact.change(),
                evidence());
    return grade.confidence() == Confidence.VERY_LOW
        ? sentence + " We cannot tell from these data whether one brought the other about."
        : sentence;
  }

  private String range() {
    return isFall() ? amounts.changes(-high, -low) : amounts.changes(low, high);
  }

  private String evidence() {
    var best = Math.abs(impact.effect().value());
    return "%s; best estimate %s%s; %s"
        .formatted(rangeOf(), bestEstimate(best), share(best), confidence());
  }

  /// Differences of percentages are points.
  private String bestEstimate(double best) {
    return Units.isPercent(impact.measure().quantity())
        ? amounts.change(best)
        : amounts.brief(best);
  }

  private String grounds() {
    return rangeOf() + "; " + confidence();
  }

  private String rangeOf() {
    return "%.0f\u00A0%% range".formatted(HUNDRED * impact.effect().interval().level());
  }

  private String confidence() {
    return "%s confidence, %s".formatted(grade.confidence().word(), comparison());
  }

  private String comparison() {
    return impact.comparedWith().isEmpty()
        ? grade.level().text()
        : "compared with " + impact.comparedWith();
  }

  private String share(double best) {
    var expected = Math.abs(impact.expected().orElse(0));
    if (expected == 0) return "";
    return String.format(
        Locale.ROOT, " or %.0f\u00A0%% of what was expected", HUNDRED * best / expected);
  }

  private String size() {
    return matters().map(this::size).orElse("");
  }

  private String size(double least) {
    var nearer = Math.min(Math.abs(low), Math.abs(high));
    var farther = Math.max(Math.abs(low), Math.abs(high));
    var best = Math.abs(impact.effect().value());
    var word = best < least ? "small" : best < LARGE * least ? "moderate" : "large";
    var also =
        best < least && farther >= least
            ? ", though the data also fit one that matters"
            : best >= least && nearer < least ? ", though the data also fit a small one" : "";
    return " That is a %s change: what matters begins at %s%s."
        .formatted(word, amounts.change(least), also);
  }

  private String wrongWay() {
    return switch (impact.measure().quantity().better()) {
      case Better.Higher() -> isFall() ? " It is the wrong way: higher is better." : "";
      case Better.Lower() -> isFall() ? "" : " It is the wrong way: lower is better.";
      case Better.Within _ -> "";
    };
  }

  private boolean isFall() {
    return high < 0;
  }

  private Optional<Double> matters() {
    return impact.measure().quantity().minimumImportantChange();
  }

  private String title() {
    return impact.measure().about().title();
  }
}
