package outturn.evidence.attainment;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outturn.evidence.attainment.Target.Rule;
import outturn.evidence.estimate.Reason;
import outturn.evidence.estimate.Refusal;
import outturn.evidence.xmr.Direction;

/// What of a plan cannot be simulated; the first of it.
final class PlanCheck {
  private static final int LEAST_DRAWS = 100;

  /// Draws times periods: 160 MB for the five tables of an update.
  private static final int MOST_CELLS = 4_000_000;

  private PlanCheck() {}

  static Optional<Refusal> refusal(Plan plan, Simulation simulation) {
    return size(plan, simulation)
        .or(() -> baseline(plan.baseline()))
        .or(() -> target(plan.target(), plan.periods()))
        .or(() -> sameName(plan))
        .or(() -> plan.levers().stream().flatMap(each -> lever(each).stream()).findFirst())
        .or(() ->
            plan.contingencies().stream().flatMap(each -> contingency(each).stream()).findFirst());
  }

  private static Optional<Refusal> size(Plan plan, Simulation simulation) {
    if (plan.periods() < 1) {
      return refuse(
          "A plan has 1 period or more, not %d; say how far to look ahead."
              .formatted(plan.periods()));
    }
    long cells = (long) simulation.draws() * plan.periods();
    return simulation.draws() >= LEAST_DRAWS && cells <= MOST_CELLS
        ? Optional.empty()
        : refuse(
            "A simulation takes %d draws or more, and draws times periods up to %d, not %d draws of %d periods; 10000 draws are usual."
                .formatted(LEAST_DRAWS, MOST_CELLS, simulation.draws(), plan.periods()));
  }

  private static Optional<Refusal> baseline(Baseline baseline) {
    boolean isGood =
        Double.isFinite(baseline.level())
            && isAmount(baseline.levelError())
            && isAmount(baseline.deviation())
            && Math.abs(baseline.autocorrelation()) < 1;
    return isGood
        ? Optional.empty()
        : refuse(
            "A baseline has a level, errors of 0 or more and an autocorrelation between -1 and 1, not %s; correct it."
                .formatted(baseline));
  }

  private static Optional<Refusal> target(Target target, int periods) {
    if (!Double.isFinite(target.value()) || target.direction() == Direction.NEUTRAL) {
      return refuse(
          "A target is a number with a better direction, not %s %s; say which way is better."
              .formatted(target.value(), target.direction()));
    }
    if (target.due() < 0 || target.due() >= periods) {
      return refuse(
          "The target is due in period %d and the plan has periods 0 to %d; look further ahead."
              .formatted(target.due(), periods - 1));
    }
    return switch (target.rule()) {
      case Rule.At _, Rule.By _ -> Optional.empty();
      case Rule.Sustained(var needed, var of) ->
          1 <= needed && needed <= of && target.from() >= 0
              ? Optional.empty()
              : refuse(
                  "A target sustained in %d of %d periods does not fit before period %d; expected 1 <= m <= k <= %d."
                      .formatted(needed, of, target.due(), target.due() + 1));
    };
  }

  private static Optional<Refusal> sameName(Plan plan) {
    Set<String> seen = new HashSet<>();
    return Stream.concat(
            plan.levers().stream().map(Lever::name),
            plan.contingencies().stream().map(Contingency::name))
        .filter(name -> !seen.add(name))
        .findFirst()
        .flatMap(name ->
            refuse(
                "Two levers, risks or assumptions are called %s; give each its own name."
                    .formatted(name)));
  }

  private static Optional<Refusal> lever(Lever lever) {
    Timing timing = lever.timing();
    boolean isTimed =
        Double.isFinite(timing.start())
            && isAmount(timing.delay())
            && isAmount(timing.ramp())
            && timing.halfLife() > 0;
    if (!isTimed) {
      return refuse(
          "Lever %s needs a start, a delay and ramp of 0 or more and a half-life above 0, not %s; correct it."
              .formatted(lever.name(), timing));
    }
    Slip slip = timing.slip();
    if (!slip.isNone() && !(slip.median() > 0 && isAmount(slip.ninetieth() - slip.median()))) {
      return refuse(
          "The slip of lever %s needs a median above 0 and a 90th percentile not below it, not %s; correct it."
              .formatted(lever.name(), slip));
    }
    if (!isShare(lever.readiness())) {
      return refuse(
          "The readiness of lever %s lies in 0..1, not at %s; give .8 for 80 %%."
              .formatted(lever.name(), lever.readiness()));
    }
    return isCurve(lever.adoption())
        ? Optional.empty()
        : refuse(
            "The adoption of lever %s needs parameters above 0 and a ceiling up to 1, not %s; correct it."
                .formatted(lever.name(), lever.adoption()));
  }

  private static boolean isCurve(Adoption adoption) {
    return switch (adoption) {
      case Adoption.Full _ -> true;
      case Adoption.Measured(var shares, var after) ->
          !shares.isEmpty() && shares.stream().allMatch(PlanCheck::isShare) && isCurve(after);
      case Adoption.Linear(var half, var ceiling) -> isPositive(half) && isCeiling(ceiling);
      case Adoption.Logistic(var half, var slope, var ceiling) ->
          isAmount(half) && isPositive(slope) && isCeiling(ceiling);
      case Adoption.Bass(var innovation, var imitation, var ceiling) ->
          isPositive(innovation) && isAmount(imitation) && isCeiling(ceiling);
    };
  }

  private static Optional<Refusal> contingency(Contingency contingency) {
    return isShare(contingency.probability())
        ? Optional.empty()
        : refuse(
            "The probability of %s lies in 0..1, not at %s; give .3 for 30 %%."
                .formatted(contingency.name(), contingency.probability()));
  }

  private static boolean isAmount(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  private static boolean isPositive(double value) {
    return value > 0 && value < Double.POSITIVE_INFINITY;
  }

  private static boolean isCeiling(double value) {
    return value > 0 && value <= 1;
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static Optional<Refusal> refuse(String text) {
    return Optional.of(new Refusal(Reason.OUT_OF_RANGE, text));
  }
}
