package outturn.outcome.confirm;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import outturn.evidence.attainment.Lever;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Timing;
import outturn.evidence.quantity.Pert;
import outturn.evidence.series.Series;

/// A plan and what has been seen of it.
///
/// @param observed from period 0 on; empty if nothing has been
/// @param today what begins after it can still be late
/// @param before how many values the baseline has
record PlanInput(Plan plan, PlanTime time, Series observed, LocalDate today, int before) {

  boolean isObserved() {
    return observed.count() > 0;
  }

  /// The same with everything that has not begun so much later; empty if all has begun.
  Optional<Plan> later(Period how) {
    double now = time.at(today);
    double by = time.at(today.plus(how)) - now;
    if (plan.levers().stream().noneMatch(lever -> lever.timing().start() > now)) {
      return Optional.empty();
    }
    return Optional.of(
        with(
            plan,
            plan.levers().stream()
                .map(lever -> lever.timing().start() > now ? later(lever, by) : lever)
                .toList()));
  }

  /// The same plan under a supposition.
  Plan supposing(Supposition supposition) {
    var late = later(Period.ofDays(supposition.daysLate())).orElse(plan);
    return with(
        late,
        late.levers().stream()
            .filter(lever -> !supposition.without().contains(lever.name()))
            .map(lever -> scaled(lever, supposition.share()))
            .toList());
  }

  private static Plan with(Plan plan, List<Lever> levers) {
    return new Plan(
        plan.baseline(),
        levers,
        plan.contingencies(),
        plan.rule(),
        plan.target(),
        plan.periods());
  }

  private static Lever scaled(Lever lever, double share) {
    var effect = lever.effect();
    return new Lever(
        lever.name(),
        lever.element(),
        Pert.of(effect.low() * share, effect.mode() * share, effect.high() * share)
            .result()
            .orElseThrow(),
        lever.timing(),
        lever.adoption(),
        lever.readiness());
  }

  private static Lever later(Lever lever, double by) {
    var timing = lever.timing();
    return new Lever(
        lever.name(),
        lever.element(),
        lever.effect(),
        new Timing(
            timing.start() + by, timing.slip(), timing.delay(), timing.ramp(), timing.halfLife()),
        lever.adoption(),
        lever.readiness());
  }

  /// The period of the plan in which its first lever begins; 0 if one has begun before.
  int firstStart() {
    return (int)
        plan.levers().stream()
            .mapToDouble(lever -> Math.max(0, lever.timing().start()))
            .min()
            .orElse(0);
  }
}
