package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outturn.outcome.confirm.PlanForecasts;

/// Outcomes whose truth is known, from the forecast of their plan to the finding at their review.
/// See [SimulatedOutcome].
///
/// With `-Doutturn.proof=full` 4,000 of each, so many that the Monte Carlo error of a share (2
/// points in a fifth of the chances, 0.5 of the claims) leaves room for what is allowed, and
/// nothing is added to it. A build does few and adds three times their error. Where the numbers
/// begin was chosen before any of them was drawn.
class CalibrationTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int FIRST_FORECAST = 300_000;
  private static final int FORECASTS = FULL ? 4000 : 150;
  private static final int FIRST_FINDING = 100_000;
  private static final int FINDINGS = FULL ? 4000 : 60;
  private static final double ALLOWED = .05;
  private static final double CLAIMED = .05;
  private static final double COVERED = .95;
  private static final double OFF = .02;
  private static final int ERRORS = FULL ? 0 : 3;

  /// @param chance forecast before anything began
  private record Promised(double chance, boolean isReached) {
    static Promised of(SimulatedOutcome outcome) {
      var planned = outcome.planned();
      var likely =
          PlanForecasts.likely(planned, planned.measures().getFirst(), Map.of())
              .result()
              .orElseThrow();
      return new Promised(
          likely.chance(), outcome.reviewed().measures().getFirst().wasReached().orElseThrow());
    }
  }

  /// @param truth the effect
  private record Found(double truth, ImpactFinding finding) {
    static Found of(SimulatedOutcome outcome) {
      return new Found(outcome.effect(), ImpactFindings.of(outcome.study()).result().orElseThrow());
    }

    boolean isIneffective() {
      return truth == 0;
    }

    /// Whether the sentence tells a rise or a fall with its size.
    boolean isClaim() {
      return finding.verdict().sentence().contains("best estimate");
    }

    boolean isCovered() {
      return finding.effect().average().interval().contains(truth);
    }
  }

  @Test
  void chancesAreAsOftenRightAsTheySay() {
    var all = each(FIRST_FORECAST, FORECASTS, Promised::of);
    for (int fifth = 0; fifth < 5; fifth++) {
      double from = fifth / 5.0;
      double to = fifth == 4 ? 2 : from + .2;
      var within =
          all.stream().filter(each -> each.chance() >= from && each.chance() < to).toList();
      double chance = within.stream().mapToDouble(Promised::chance).average().orElseThrow();
      double came = share(within, Promised::isReached);
      double error = error(chance, within.size());
      tell(
          "chance from %.1f: %d, mean %.3f, came %.3f, error %.3f"
              .formatted(from, within.size(), chance, came, error));
      assertThat(Math.abs(came - chance)).isLessThanOrEqualTo(ALLOWED + ERRORS * error);
    }
  }

  @Test
  void effectsAreSeldomClaimedWhereThereAreNoneAndIntervalsHoldTheTruth() {
    var all = each(FIRST_FINDING, FINDINGS, Found::of);
    var none = all.stream().filter(Found::isIneffective).toList();
    var some = all.stream().filter(each -> !each.isIneffective()).toList();
    double claimed = share(none, Found::isClaim);
    double covered = share(all, Found::isCovered);
    tell(
        "claims without an effect: %.4f of %d, error %.4f"
            .formatted(claimed, none.size(), error(CLAIMED, none.size())));
    tell(
        "interval without 0, without an effect: %.4f"
            .formatted(
                share(none, each -> !each.finding().effect().average().interval().contains(0))));
    tell("claims with an effect: %.3f of %d".formatted(share(some, Found::isClaim), some.size()));
    tell(
        "placebo failed: %.3f"
            .formatted(share(all, each -> each.finding().checks().inTime().fails())));
    tell(
        "covered: %.4f of %d, error %.4f"
            .formatted(covered, all.size(), error(COVERED, all.size())));
    assertThat(claimed).isLessThan(CLAIMED + ERRORS * error(CLAIMED, none.size()));
    assertThat(share(some, Found::isClaim)).isGreaterThan(.4);
    assertThat(Math.abs(covered - COVERED))
        .isLessThanOrEqualTo(OFF + ERRORS * error(COVERED, all.size()));
  }

  private static <T> List<T> each(int first, int count, Function<SimulatedOutcome, T> what) {
    return IntStream.range(first, first + count)
        .parallel()
        .mapToObj(number -> what.apply(new SimulatedOutcome(number)))
        .toList();
  }

  private static void tell(String figure) {
    if (FULL) System.out.println(figure);
  }

  private static double error(double share, int count) {
    return Math.sqrt(share * (1 - share) / count);
  }

  private static <T> double share(List<T> all, Predicate<T> what) {
    return all.stream().filter(what).count() / (double) all.size();
  }
}
