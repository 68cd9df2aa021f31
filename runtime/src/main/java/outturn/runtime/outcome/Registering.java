package outturn.runtime.outcome;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import outturn.definition.outcome.Outcome;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.store.outcome.AnalysisPlans;

/// Locks the analysis plans of outcomes, each on the day that it names itself (in UTC).
public final class Registering {
  private static final String BY = "server";

  private final InForce inForce;
  private final PlanLocks locks;
  private final AnalysisPlans plans;
  private final InstantSource clock;

  public Registering(InForce inForce, PlanLocks locks, AnalysisPlans plans, InstantSource clock) {
    this.inForce = inForce;
    this.locks = locks;
    this.plans = plans;
    this.clock = clock;
  }

  /// Locks what is due and not locked.
  public void step() {
    var locked = plans.standing();
    inForce.outcomes().stream()
        .map(InForce.Entry::value)
        .filter(outcome -> !locked.containsKey(outcome.name()) && isDue(outcome))
        .forEach(this::lock);
  }

  private boolean isDue(Outcome outcome) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return outcome
        .appraisal()
        .analysis()
        .flatMap(plan -> plan.registerBy())
        .filter(day -> !day.isAfter(today))
        .isPresent();
  }

  private void lock(Outcome outcome) {
    var registration = locks.of(outcome);
    var said = new AnalysisPlans.Said(registration.now(), registration.firstKnown());
    plans.lock(outcome.name(), said, BY, clock.instant());
  }
}
