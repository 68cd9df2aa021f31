package outturn.outcome.confirm;

import java.time.LocalDate;
import java.util.Optional;
import outturn.evidence.attainment.Lever;
import outturn.evidence.attainment.Plan;
import outturn.evidence.attainment.Timing;
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

  /// The same with everything that has not begun so many months later; empty if all has begun.
  Optional<Plan> later(int months) {
    double now = time.at(today);
    double by = time.at(today.plusMonths(months)) - now;
    if (plan.levers().stream().noneMatch(lever -> lever.timing().start() > now)) {
      return Optional.empty();
    }
    return Optional.of(
        new Plan(
            plan.baseline(),
            plan.levers().stream()
                .map(lever -> lever.timing().start() > now ? later(lever, by) : lever)
                .toList(),
            plan.contingencies(),
            plan.rule(),
            plan.target(),
            plan.periods()));
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
