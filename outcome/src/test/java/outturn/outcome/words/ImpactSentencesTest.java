package outturn.outcome.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.evidence.estimate.Estimate;
import outturn.evidence.estimate.Interval;
import outturn.outcome.grade.Doubt;
import outturn.outcome.grade.Grade;
import outturn.outcome.grade.Level;

class ImpactSentencesTest {
  private static final Grade HIGH = grade(Level.RANDOMISED);
  private static final Grade MODERATE = grade(Level.COMPARISON_GROUP);
  private static final Grade LOW_COMPARED = grade(Level.COMPARISON_GROUP, Doubt.NOT_REGISTERED);
  private static final Grade LOW = grade(Level.OWN_PAST);
  private static final Grade VERY_LOW = grade(Level.OWN_PAST, Doubt.RIVAL_EVENT);
  private static final Grade LOWEST = grade(Level.BEFORE_AND_AFTER);

  @Test
  void theExampleOfTheSpecificationIsSaid() {
    var impact =
        new Impact(
            payments(Optional.empty()),
            "the new approval",
            estimate(-49, -31, -12),
            OptionalDouble.of(124),
            "two sites not yet changed");

    assertThat(ImpactSentences.of(impact, MODERATE))
        .isEqualTo(
            "The new approval likely reduced late supplier payments by 12 to 49 a month (95\u00A0%"
                + " range; best estimate 31 or 25\u00A0% of what was expected; moderate confidence,"
                + " compared with two sites not yet changed).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HIGH | -49 | -12 | The new approval reduced late supplier payments by 12 to 49 a month",
        "MODERATE | -49 | -12 | The new approval likely reduced late supplier payments by 12 to 49",
        "LOW_COMPARED | -49 | -12 | The new approval may have reduced late supplier payments by 12",
        "LOW | -49 | -12 | Late supplier payments may have fallen by 12 to 49 a month after the new",
        "VERY_LOW | -49 | -12 | Late supplier payments fell by 12 to 49 a month after the new appr",
        "LOWEST | -49 | -12 | Late supplier payments fell by 12 to 49 a month after the new approval",
        "HIGH | 12 | 49 | The new approval raised late supplier payments by 12 to 49 a month",
        "MODERATE | 12 | 49 | The new approval likely raised late supplier payments by 12 to 49",
        "LOW_COMPARED | 12 | 49 | The new approval may have raised late supplier payments by 12",
        "LOW | 12 | 49 | Late supplier payments may have risen by 12 to 49 a month after the new",
        "LOWEST | 12 | 49 | Late supplier payments rose by 12 to 49 a month after the new approval",
        "HIGH | -3 | 12 | We cannot tell from these data whether the new approval changed late",
        "LOW | -3 | 12 | We cannot tell from these data whether the new approval changed late",
        "HIGH | -3 | 4 | Late supplier payments changed by less than matters after the new approval",
        "MODERATE | -3 | 4 | Late supplier payments likely changed by less than matters after the",
        "LOW | -3 | 4 | Late supplier payments may have changed by less than matters after the new",
        "LOWEST | -3 | 4 | We cannot tell from these data whether the new approval changed late",
      })
  void eachConfidenceAndSignHasItsWords(String grade, double low, double high, String start) {
    assertThat(said(low, high, named(grade))).startsWith(start);
  }

  @Test
  void theLowestLevelSaysThatOneFollowedTheOtherAndNoMore() {
    assertThat(said(-49, -12, LOWEST))
        .contains(
            "very low confidence, a before and an after without a comparison",
            "We cannot tell from these data whether one brought the other about.");
    assertThat(said(-49, -12, LOW)).doesNotContain("We cannot tell");
  }

  @Test
  void aWideIntervalIsNeverCalledNoEffect() {
    assertThat(said(-3, 12, MODERATE))
        .isEqualTo(
            "We cannot tell from these data whether the new approval changed late supplier payments:"
                + " they fit anything from \u22123 to +12 a month (95\u00A0% range; moderate"
                + " confidence, compared with others that did not change).");
  }

  @Test
  void aNarrowIntervalAroundNothingIsLessThanMatters() {
    assertThat(said(-3, 4, MODERATE))
        .isEqualTo(
            "Late supplier payments likely changed by less than matters after the new approval: the"
                + " data fit anything from \u22123 to +4 a month, and what matters begins at 10"
                + " (95\u00A0% range; moderate confidence, compared with others that did not change).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-9 | -1 | small change: what matters begins at 10.",
        "-15 | -1 | small change: what matters begins at 10, though the data also fit one that",
        "-19 | -11 | moderate change: what matters begins at 10.",
        "-25 | -5 | moderate change: what matters begins at 10, though the data also fit a small",
        "-49 | -12 | large change: what matters begins at 10.",
      })
  void theSizeIsThatOfTheChangeThatMatters(double low, double high, String size) {
    assertThat(said(low, high, MODERATE)).contains(" That is a " + size);
  }

  @Test
  void theWrongWayIsSaid() {
    assertThat(said(12, 49, MODERATE)).endsWith(" It is the wrong way: lower is better.");
    assertThat(said(-49, -12, MODERATE)).doesNotContain("wrong way");
  }

  @Test
  void aFailedPlaceboLeavesNoFigure() {
    var grade = grade(Level.RANDOMISED, Doubt.PLACEBO_FAILED);

    assertThat(said(-49, -12, grade))
        .isEqualTo(
            "Late supplier payments: the method also finds effects where none happened, so we do not"
                + " report a figure.");
  }

  @Test
  void nothingIsProvedAndBelowTheThirdLevelNothingIsCaused() {
    for (var grade : Stream.of(LOW, VERY_LOW, LOWEST).toList()) {
      for (var high : new double[] {-12, 3, 60}) {
        assertThat(said(-49, high, grade))
            .doesNotContain("proved", "due to", "no effect", "reduced", "raised");
      }
    }
  }

  private static String said(double low, double high, Grade grade) {
    var measure = payments(Optional.of(10.0));
    var effect = estimate(low, (low + high) / 2, high);
    return ImpactSentences.of(
        new Impact(measure, "the new approval", effect, OptionalDouble.empty(), ""), grade);
  }

  private static Grade named(String name) {
    return switch (name) {
      case "HIGH" -> HIGH;
      case "MODERATE" -> MODERATE;
      case "LOW_COMPARED" -> LOW_COMPARED;
      case "LOW" -> LOW;
      case "VERY_LOW" -> VERY_LOW;
      case "LOWEST" -> LOWEST;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Grade grade(Level level, Doubt... doubts) {
    return new Grade(level, Set.of(doubts), Set.of());
  }

  private static Estimate estimate(double low, double value, double high) {
    return new Estimate(value, 1, new Interval(low, high, .95), OptionalDouble.empty());
  }

  private static Measure payments(Optional<Double> matters) {
    return new Measure(
        "late-payments",
        new Measure.About("late supplier payments", Optional.empty(), Optional.empty()),
        new Measure.Quantity(Measure.Type.COUNT, Optional.empty(), new Better.Lower(), matters),
        new Measure.Rhythm(
            Measure.Cadence.MONTHLY, Duration.ZERO, ZoneOffset.UTC, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
