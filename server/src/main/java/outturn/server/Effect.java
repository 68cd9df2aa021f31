package outturn.server;

import java.time.Duration;
import java.time.InstantSource;
import outturn.http.Services;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.measure.Measures;
import outturn.runtime.node.Loops;
import outturn.runtime.outcome.Freezing;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.outcome.Promises;
import outturn.runtime.outcome.Registering;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;

/// Measures and outcomes of the server.
final class Effect {
  final Freezing freezing;
  final PlanLocks locks;
  final Outcomes outcomes;

  private final Stores stores;
  private final InForce inForce;
  private final MeasureValues values;
  private final InstantSource clock;
  private final Registering registering;

  Effect(Stores stores, InForce inForce, InstantSource clock) {
    this.stores = stores;
    this.inForce = inForce;
    this.values = new MeasureValues(stores.observations);
    this.clock = clock;
    this.freezing = new Freezing(inForce, values, stores.outcomes.baselines(), clock);
    this.outcomes = new Outcomes(inForce, values, stores.outcomes.baselines(), clock);
    this.locks = new PlanLocks(inForce, stores.outcomes.plans());
    this.registering = new Registering(inForce, locks, stores.outcomes.plans(), clock);
  }

  void repeat(Loops loops) {
    loops.every(Duration.ofMinutes(1), "baselines", freezing::step);
    loops.every(Duration.ofMinutes(1), "analysis plans", registering::step);
  }

  Services.Effect services() {
    return new Services.Effect(
        new Measures(inForce, stores.observations, values, freezing::look, clock),
        outcomes,
        gates(),
        new Plans(outcomes, inForce, values, clock),
        stores.outcomes.forecasts());
  }

  private Gates gates() {
    return new Gates(
        inForce,
        outcomes,
        new Promises(inForce, values, stores.figures, clock),
        stores.projects,
        new Gates.Records(stores.outcomes.agreements(), stores.outcomes.forecasts()),
        locks,
        clock);
  }
}
