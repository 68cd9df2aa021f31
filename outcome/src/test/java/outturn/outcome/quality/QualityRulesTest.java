package outturn.outcome.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Quality.Range;

class QualityRulesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final Optional<Double> NO_NUMBER = Optional.empty();
  private static final Optional<Duration> NO_TIME = Optional.empty();

  private final List<Reported> reported = new ArrayList<>();

  /// Weekly values that come a day after their week.
  private void weeks(double... values) {
    for (double value : values) {
      var period = FIRST.plusWeeks(reported.size());
      reported.add(
          new Reported(period, value, OptionalDouble.empty(), midnight(period.plusDays(8))));
    }
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private Quality judged(outturn.definition.measure.Quality rules) {
    return judged(rules, FIRST.plusWeeks(reported.size()).plusDays(1));
  }

  private Quality judged(outturn.definition.measure.Quality rules, LocalDate asOf) {
    var measure =
        new Measure(
            "m",
            new Measure.About("M", Optional.empty(), Optional.empty()),
            new Measure.Quantity(
                Measure.Type.MEAN,
                Optional.of("minutes"),
                new Measure.Better.Lower(),
                Optional.empty()),
            new Measure.Rhythm(
                Measure.Cadence.WEEKLY, Duration.ZERO, ZoneOffset.UTC, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            rules);
    return QualityRules.judge(measure, reported, midnight(asOf));
  }

  private static outturn.definition.measure.Quality jump(double limit) {
    return new outturn.definition.measure.Quality(
        NO_NUMBER, NO_TIME, Optional.empty(), Optional.of(limit), NO_NUMBER, NO_TIME);
  }

  private static outturn.definition.measure.Quality range(double low, double high) {
    return new outturn.definition.measure.Quality(
        NO_NUMBER, NO_TIME, Optional.of(new Range(low, high)), NO_NUMBER, NO_NUMBER, NO_TIME);
  }

  private static outturn.definition.measure.Quality lateness(int days) {
    return new outturn.definition.measure.Quality(
        NO_NUMBER,
        Optional.of(Duration.ofDays(days)),
        Optional.empty(),
        NO_NUMBER,
        NO_NUMBER,
        NO_TIME);
  }

  @Test
  void withoutRulesEveryValueCounts() {
    weeks(1, 1e9, -5);

    var quality = judged(outturn.definition.measure.Quality.ANY);

    assertThat(quality.counted()).hasSize(3);
    assertThat(quality.excluded()).isEmpty();
    assertThat(quality.share()).hasValue(1);
  }

  @Test
  void aValueOutsideOfTheRangeIsKeptWithItsReasonAndDoesNotCount() {
    weeks(10, 140, 0, 100, -1);

    var quality = judged(range(0, 100));

    assertThat(quality.counted()).containsOnlyKeys(FIRST, FIRST.plusWeeks(2), FIRST.plusWeeks(3));
    assertThat(quality.excluded())
        .extracting(Excluded::value, Excluded::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(140.0, "it is above 100"),
            org.assertj.core.groups.Tuple.tuple(-1.0, "it is below 0"));
    assertThat(quality.observed()).hasSize(5);
    assertThat(quality.share().orElseThrow()).isCloseTo(.6, within(1e-12));
  }

  @Test
  void aLateValueDoesNotCountButHistoryIsNotLate() {
    weeks(10, 11, 12);
    // The first two are recorded when collection begins, the third five days after it was due.
    var began = midnight(FIRST.plusWeeks(2).plusDays(1));
    reported.replaceAll(each ->
        new Reported(
            each.period(),
            each.value(),
            each.denominator(),
            each.period().equals(FIRST.plusWeeks(2))
                ? midnight(FIRST.plusWeeks(3).plusDays(5))
                : began));

    assertThat(judged(lateness(5)).excluded()).isEmpty();
    assertThat(judged(lateness(4)).excluded())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.period()).isEqualTo(FIRST.plusWeeks(2));
          assertThat(each.why())
              .isEqualTo("it came on 31 Jan 2026, more than 4 days after it was due");
        });
  }

  @Test
  void tooFewCasesDoNotMakeAValue() {
    var rules =
        new outturn.definition.measure.Quality(
            NO_NUMBER, NO_TIME, Optional.empty(), NO_NUMBER, Optional.of(20.0), NO_TIME);
    reported.add(new Reported(FIRST, 5, OptionalDouble.of(20), midnight(FIRST)));
    reported.add(new Reported(FIRST.plusWeeks(1), 5, OptionalDouble.of(19), midnight(FIRST)));
    reported.add(new Reported(FIRST.plusWeeks(2), 5, OptionalDouble.empty(), midnight(FIRST)));

    assertThat(judged(rules).excluded())
        .extracting(Excluded::why)
        .containsExactly(
            "it is of 19 only, fewer than 20", "it has no denominator, which must be at least 20");
  }

  @Test
  void aValueThatStandsAloneIsAJump() {
    weeks(10, 11, 9, 10, 12, 10, 9, 11, 50, 10, 11);

    assertThat(judged(jump(6)).excluded())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.value()).isEqualTo(50);
          assertThat(each.failures())
              .containsExactly(
                  new Failure(
                      Rule.JUMP,
                      "is 40 median absolute deviations from 10, the median of the 8 weeks before, more than 6"));
        });
  }

  @Test
  void aJumpThatLastsIsAChangeOfLevelAndCounts() {
    weeks(10, 11, 9, 10, 12, 10, 9, 11, 50, 49, 51, 50, 52, 50);

    assertThat(judged(jump(6)).excluded()).isEmpty();
  }

  @Test
  void theLatestJumpIsDoubtedUntilTheNextValueConfirmsIt() {
    weeks(10, 11, 9, 10, 12, 10, 9, 11, 50);
    assertThat(judged(jump(6)).excluded()).hasSize(1);

    weeks(49);
    assertThat(judged(jump(6)).excluded()).isEmpty();
  }

  @Test
  void jumpsAreNotReadFromFewValuesNorFromOnesThatHardlyVary() {
    weeks(10, 11, 9, 10, 12, 10, 9, 50);
    assertThat(judged(jump(6)).excluded()).isEmpty();

    reported.clear();
    weeks(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 7, 0);
    assertThat(judged(jump(6)).excluded()).isEmpty();
  }

  @Test
  void aValueOutsideOfTheRangeIsNoMeasureOfJumps() {
    weeks(10, 900, 11, 900, 9, 10, 12, 10, 9, 11, 50, 10);
    var both =
        new outturn.definition.measure.Quality(
            NO_NUMBER,
            NO_TIME,
            Optional.of(new Range(0, 100)),
            Optional.of(6.0),
            NO_NUMBER,
            NO_TIME);

    assertThat(judged(both).excluded())
        .extracting(Excluded::value)
        .containsExactly(900.0, 900.0, 50.0);
  }

  @Test
  void missingPeriodsAndAStaleSourceFailTheMeasureAndNoValue() {
    weeks(10, 11, 12, 13);
    reported.remove(1);
    var rules =
        new outturn.definition.measure.Quality(
            Optional.of(80.0),
            NO_TIME,
            Optional.empty(),
            NO_NUMBER,
            NO_NUMBER,
            Optional.of(Duration.ofDays(10)));

    var quality = judged(rules, FIRST.plusWeeks(6));

    assertThat(quality.excluded()).isEmpty();
    assertThat(quality.failures())
        .extracting(Failure::reason)
        .containsExactly(
            "has values of 3 of 5 weeks since week of 5 Jan 2026, less than 80\u00A0%",
            "has no value after that of week of 26 Jan 2026, which ended more than 10 days ago");
    assertThat(quality.share().orElseThrow()).isCloseTo(.6, within(1e-12));
    assertThat(quality.share(FIRST, FIRST.plusWeeks(1))).hasValue(.5);
    assertThat(quality.due()).isEqualTo(5);
  }

  @Test
  void nothingObservedIsNotJudged() {
    var quality = judged(jump(6), FIRST.plusWeeks(6));

    assertThat(quality.share()).isEmpty();
    assertThat(quality.due()).isZero();
    assertThat(quality.failures()).isEmpty();
  }
}
