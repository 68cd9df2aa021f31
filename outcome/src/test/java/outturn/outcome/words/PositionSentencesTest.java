package outturn.outcome.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import outturn.definition.change.Change;
import outturn.definition.measure.Measure;
import outturn.definition.measure.Measure.Better;
import outturn.definition.outcome.Outcome;
import outturn.outcome.RoadSafety;
import outturn.outcome.position.Facts;
import outturn.outcome.position.FrozenBaseline;
import outturn.outcome.position.Positions;

class PositionSentencesTest {
  private static final Better HIGHER = new Better.Higher();
  private static final Better LOWER = new Better.Lower();
  private static final Case PERCENT = new Case("percent", Measure.Type.PROPORTION, HIGHER);
  private static final Case MINUTES = new Case("minutes", Measure.Type.DURATION, LOWER);
  private static final LocalDate BASELINE_FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate GO_LIVE = LocalDate.of(2026, 1, 1);

  /// The numbers were computed a second time with Python from the same file.
  @Test
  void theDropAfterTheSeatBeltLawIsSaidWithoutACause() {
    assertThat(PositionSentences.of(Positions.of(RoadSafety.facts())))
        .isEqualTo(
            "Since the seat belt law (31 January 1983) the mean is 1,319 drivers a month, after 1,625"
                + " before: 306 fewer (19 %). The drop followed the change; whether the change caused"
                + " it is not analysed here. The target, 1,400 drivers a month by December 1984, is"
                + " met: 8 of the last 12 months reach it, and 8 of 12 must.");
  }

  @Test
  void theWholeOutcomeIsSaidFromItsData() {
    assertThat(OutcomeSentences.whole(RoadSafety.position()))
        .startsWith(
            "Car drivers are less often killed or seriously injured, from 1,625 to 1,400 drivers a"
                + " month by December 1984, so that fewer families lose someone. Since the seat belt"
                + " law");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPositionIsSaidByRule(Case given, String sentence) {
    var words = PositionSentences.of(Positions.of(given.facts()));

    assertThat(words.replace('\u00A0', ' ')).isEqualTo(sentence);
    assertThat(words.toLowerCase(Locale.ROOT))
        .doesNotContain("due to", "proved", "because of", "no effect");
  }

  static Stream<Arguments> cases() {
    return Stream.of(levels(), rises(), others(), targets()).flatMap(each -> each);
  }

  private static Stream<Arguments> levels() {
    return Stream.of(
        Arguments.of(PERCENT, "Nothing has been observed yet."),
        Arguments.of(
            PERCENT.before(71),
            "The latest value, of Dec 2025, is 71 %; the mean of the baseline, 1 Jan 2025 to 31 Dec"
                + " 2025, is 71 %."),
        Arguments.of(PERCENT.before(71).notFrozen(), "The latest value, of Dec 2025, is 71 %."));
  }

  private static Stream<Arguments> rises() {
    return Stream.of(
        Arguments.of(
            PERCENT.before(71).after(85),
            "Since “Go-live” (1 January 2026) the mean is 85 %, after 71 % before: 14 points higher."
                + " The rise followed the change; whether the change caused it is not analysed"
                + " here."),
        Arguments.of(
            PERCENT.before(71).after(70),
            "Since “Go-live” (1 January 2026) the mean is 70 %, after 71 % before: 1 point lower."
                + " The drop followed the change; whether the change caused it is not analysed"
                + " here. It is the wrong way: higher is better."),
        Arguments.of(
            PERCENT.before(71).after(72).important(2),
            "Since “Go-live” (1 January 2026) the mean is 72 %, after 71 % before: 1 point higher."
                + " The rise followed the change; whether the change caused it is not analysed"
                + " here. It is less than the 2 points that matter."));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            PERCENT.before(71).after(71),
            "Since “Go-live” (1 January 2026) the mean is 71 %, as before. What the change did is"
                + " not analysed here."),
        Arguments.of(
            PERCENT.before(71).after(85).notFrozen(),
            "Since “Go-live” (1 January 2026) the mean is 85 %, over 6 months. There is no frozen"
                + " baseline to compare it with."),
        Arguments.of(
            MINUTES.before(40).after(50),
            "Since “Go-live” (1 January 2026) the mean is 50 minutes, after 40 before: 10 higher"
                + " (25 %). The rise followed the change; whether the change caused it is not"
                + " analysed here. It is the wrong way: lower is better."));
  }

  private static Stream<Arguments> targets() {
    return Stream.of(
        Arguments.of(
            new Case("°C", Measure.Type.MEAN, new Better.Within(20, 22))
                .before(24)
                .after(21)
                .target(21, 1, 1),
            "Since “Go-live” (1 January 2026) the mean is 21 °C, after 24 before: 3 lower (13 %)."
                + " The drop followed the change; whether the change caused it is not analysed"
                + " here. The target, 20 to 22 °C by June 2026, is met in the latest month."),
        Arguments.of(
            PERCENT.before(71).after(85).target(85, 3, 4),
            "Since “Go-live” (1 January 2026) the mean is 85 %, after 71 % before: 14 points higher."
                + " The rise followed the change; whether the change caused it is not analysed"
                + " here. The target, 85 % by June 2026, is met: 4 of the last 4 months reach it, and"
                + " 3 of 4 must."),
        Arguments.of(
            PERCENT.before(71).after(80).target(86, 1, 1),
            "Since “Go-live” (1 January 2026) the mean is 80 %, after 71 % before: 9 points higher."
                + " The rise followed the change; whether the change caused it is not analysed"
                + " here. The target, 86 % by June 2026, is not met in the latest month. The plan"
                + " asks for 86 % by now."),
        Arguments.of(
            PERCENT.before(71).target(85, 1, 1),
            "The latest value, of Dec 2025, is 71 %; the mean of the baseline, 1 Jan 2025 to 31 Dec"
                + " 2025, is 71 %. The target, 85 % by June 2026, cannot be judged yet."));
  }

  /// Twelve months before and six after, each of one value.
  record Case(
      String unit,
      Measure.Type type,
      Better better,
      TreeMap<LocalDate, Double> values,
      boolean frozen,
      Optional<Outcome.Target> aim,
      Optional<Double> least) {
    Case(String unit, Measure.Type type, Better better) {
      this(unit, type, better, new TreeMap<>(), true, Optional.empty(), Optional.empty());
    }

    Case before(double value) {
      return with(BASELINE_FROM, 12, value);
    }

    Case after(double value) {
      return with(GO_LIVE, 6, value);
    }

    private Case with(LocalDate first, int count, double value) {
      var more = new TreeMap<>(values);
      for (var month = 0; month < count; month++) more.put(first.plusMonths(month), value);
      return new Case(unit, type, better, more, frozen, aim, least);
    }

    Case notFrozen() {
      return new Case(unit, type, better, values, false, aim, least);
    }

    Case important(double change) {
      return new Case(unit, type, better, values, frozen, aim, Optional.of(change));
    }

    Case target(double value, int periods, int of) {
      var target =
          new Outcome.Target(
              value, LocalDate.of(2026, 6, 30), Optional.of(new Outcome.Sustain(periods, of)));
      return new Case(unit, type, better, values, frozen, Optional.of(target), least);
    }

    Facts facts() {
      var baseline = new Outcome.Baseline(BASELINE_FROM, GO_LIVE.minusDays(1));
      var measure =
          new Measure(
              "m",
              new Measure.About("M", Optional.empty(), Optional.empty()),
              new Measure.Quantity(type, Optional.of(unit), better, least),
              new Measure.Rhythm(
                  Measure.Cadence.MONTHLY, Duration.ZERO, ZoneOffset.UTC, Optional.empty()),
              Optional.empty(),
              Optional.empty());
      var known = values.headMap(GO_LIVE);
      var window = new FrozenBaseline(baseline.from(), baseline.to(), known, Instant.EPOCH, "hash");
      return new Facts(
          measure,
          new Outcome.Goal("m", Optional.of(baseline), aim, Outcome.Trajectory.LINEAR),
          values,
          Optional.of(window).filter(_ -> frozen && !known.isEmpty()),
          List.of(new Change("go-live", "Go-live", GO_LIVE, Change.Type.GO_LIVE, List.of("m"))),
          Instant.parse("2026-07-01T00:00:00Z"));
    }
  }
}
