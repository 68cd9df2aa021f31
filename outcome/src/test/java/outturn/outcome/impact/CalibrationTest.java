package outturn.outcome.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import outturn.outcome.confirm.PlanForecasts;

/// Outcomes whose truth is known, from the forecast of their plan to the finding at their review:
/// 60 in a build, 500 with `-Doutturn.proof=full`. See [SimulatedOutcome].
///
/// Shares may be off by what is allowed and twice the Monte Carlo error of so many; three times in
/// a build, which has few.
class CalibrationTest {
  private static final boolean FULL = "full".equals(System.getProperty("outturn.proof"));
  private static final int OUTCOMES = FULL ? 500 : 60;
  private static final double ALLOWED = .05;
  private static final int ERRORS = FULL ? 2 : 3;

  private static final List<Lived> ALL =
      SimulatedOutcome.some(OUTCOMES).stream().map(Lived::of).toList();

  /// @param chance forecast before anything began
  /// @param truth the effect
  private record Lived(double chance, boolean isReached, double truth, ImpactFinding finding) {
    static Lived of(SimulatedOutcome outcome) {
      var planned = outcome.planned();
      var forecast =
          PlanForecasts.of(planned, planned.measures().getFirst(), Map.of()).result().orElseThrow();
      return new Lived(
          forecast.now().attained().value(),
          outcome.reviewed().measures().getFirst().wasReached().orElseThrow(),
          outcome.effect(),
          ImpactFindings.of(outcome.study()).result().orElseThrow());
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
    for (int fifth = 0; fifth < 5; fifth++) {
      double from = fifth / 5.0;
      double to = fifth == 4 ? 2 : from + .2;
      var within =
          ALL.stream().filter(each -> each.chance() >= from && each.chance() < to).toList();
      if (within.isEmpty()) continue;
      double chance = within.stream().mapToDouble(Lived::chance).average().orElseThrow();
      double came = share(within, Lived::isReached);
      double error = Math.sqrt(chance * (1 - chance) / within.size());
      System.out.printf(
          Locale.ROOT,
          "chance from %.1f: %d, mean %.3f, came %.3f, error %.3f%n",
          from,
          within.size(),
          chance,
          came,
          error);
      assertThat(Math.abs(came - chance)).isLessThanOrEqualTo(ALLOWED + ERRORS * error);
    }
  }

  @Test
  void effectsAreSeldomClaimedWhereThereAreNone() {
    var none = ALL.stream().filter(Lived::isIneffective).toList();
    var some = ALL.stream().filter(each -> !each.isIneffective()).toList();
    double claimed = share(none, Lived::isClaim);
    System.out.printf(Locale.ROOT, "claims without an effect: %.3f of %d%n", claimed, none.size());
    System.out.printf(
        Locale.ROOT,
        "claims with an effect: %.3f of %d%n",
        share(some, Lived::isClaim),
        some.size());
    System.out.printf(
        Locale.ROOT,
        "placebo failed: %.3f%n",
        share(ALL, each -> each.finding().checks().inTime().fails()));
    assertThat(claimed).isLessThan(ALLOWED + ERRORS * error(ALLOWED, none.size()));
    assertThat(share(some, Lived::isClaim)).isGreaterThan(.4);
  }

  @Test
  void intervalsHoldTheTruth() {
    double covered = share(ALL, Lived::isCovered);
    System.out.printf(
        Locale.ROOT,
        "covered: %.3f of %d, error %.3f%n",
        covered,
        ALL.size(),
        error(.95, ALL.size()));
    assertThat(covered)
        .isBetween(.93 - ERRORS * error(.95, ALL.size()), .97 + ERRORS * error(.95, ALL.size()));
  }

  private static double error(double share, int count) {
    return Math.sqrt(share * (1 - share) / count);
  }

  private static double share(List<Lived> lived, Predicate<Lived> what) {
    return lived.stream().filter(what).count() / (double) lived.size();
  }
}
