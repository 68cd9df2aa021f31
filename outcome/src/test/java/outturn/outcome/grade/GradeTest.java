package outturn.outcome.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outturn.definition.outcome.Analysis.Design;

class GradeTest {
  /// Level, doubts, supports, confidence: the table of the specification, chapter C10.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "RANDOMISED, -, -, HIGH",
        "AS_IF_AT_RANDOM, -, -, MODERATE",
        "COMPARISON_GROUP, -, -, MODERATE",
        "OWN_PAST, -, -, LOW",
        "BEFORE_AND_AFTER, -, -, VERY_LOW",
        "RANDOMISED, PLACEBO_FAILED, -, MODERATE",
        "RANDOMISED, FEWER_THAN_PLANNED, -, MODERATE",
        "RANDOMISED, POOR_DATA, -, MODERATE",
        "RANDOMISED, RIVAL_EVENT, -, MODERATE",
        "RANDOMISED, NOT_REGISTERED, -, MODERATE",
        "RANDOMISED, METHODS_DISAGREE, -, MODERATE",
        "RANDOMISED, POOR_DATA RIVAL_EVENT, -, LOW",
        "RANDOMISED, POOR_DATA RIVAL_EVENT NOT_REGISTERED METHODS_DISAGREE, -, VERY_LOW",
        "COMPARISON_GROUP, NOT_REGISTERED, -, LOW",
        "COMPARISON_GROUP, -, REPLICATED, HIGH",
        "COMPARISON_GROUP, -, DOSE_RESPONSE REPLICATED, HIGH",
        "COMPARISON_GROUP, NOT_REGISTERED, DOSE_RESPONSE, MODERATE",
        "OWN_PAST, RIVAL_EVENT NOT_REGISTERED METHODS_DISAGREE, DOSE_RESPONSE, VERY_LOW",
        "OWN_PAST, -, DOSE_RESPONSE, MODERATE",
        "RANDOMISED, -, REPLICATED, HIGH",
      })
  void confidenceBeginsAtTheLevelAndGoesDownWithEachDoubt(
      Level level, String doubts, String supports, Confidence expected) {
    var grade = new Grade(level, all(Doubt.class, doubts), all(Support.class, supports));

    assertThat(grade.confidence()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE_AFTER, 1, false",
    "INTERRUPTED_TIME_SERIES, 2, false",
    "DIFFERENCE_IN_DIFFERENCES, 3, true",
    "SYNTHETIC_CONTROL, 3, true",
    "STAGGERED, 3, true",
  })
  void aDesignHasALevelAndFromTheThirdOnMaySpeakOfACause(
      Design design, int number, boolean allows) {
    assertThat(Level.of(design).number()).isEqualTo(number);
    assertThat(Level.of(design).allowsCause()).isEqualTo(allows);
  }

  @Test
  void doubtsBeginWhereTheSpecificationSaysSo() {
    assertThat(Doubt.ofSize(35, 36)).contains(Doubt.FEWER_THAN_PLANNED);
    assertThat(Doubt.ofSize(36, 36)).isEmpty();
    assertThat(Doubt.ofQuality(.949)).contains(Doubt.POOR_DATA);
    assertThat(Doubt.ofQuality(.95)).isEmpty();
    assertThat(Doubt.ofRival(-2)).contains(Doubt.RIVAL_EVENT);
    assertThat(Doubt.ofRival(3)).isEmpty();
    assertThat(Doubt.ofMethods(3, -.1)).contains(Doubt.METHODS_DISAGREE);
    assertThat(Doubt.ofMethods(3, 1)).isEmpty();
    assertThat(Doubt.ofMethods(3, 0)).isEmpty();
  }

  @Test
  void aGradeSaysWhy() {
    var grade =
        new Grade(
            Level.COMPARISON_GROUP,
            Set.of(Doubt.RIVAL_EVENT, Doubt.FEWER_THAN_PLANNED),
            Set.of(Support.DOSE_RESPONSE));

    assertThat(grade.reason())
        .isEqualTo(
            "level 3 of 5, compared with others that did not change; less sure because there are"
                + " fewer values than planned, and something else happened at about the same time;"
                + " surer because the effect grew with adoption");
    assertThat(new Grade(Level.RANDOMISED, Set.of(), Set.of()).reason())
        .isEqualTo("level 5 of 5, a randomised experiment");
  }

  private static <E extends Enum<E>> Set<E> all(Class<E> type, String names) {
    return Optional.ofNullable(names).stream()
        .flatMap(each -> Arrays.stream(each.split(" ", -1)))
        .map(each -> Enum.valueOf(type, each))
        .collect(Collectors.toSet());
  }
}
