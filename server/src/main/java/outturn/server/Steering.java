package outturn.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import outturn.http.Services;
import outturn.runtime.change.ChangeHooks;
import outturn.runtime.change.Changes;
import outturn.runtime.change.Questions;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.node.Loops;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.outcome.Promises;
import outturn.runtime.portfolio.Forecasting;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.portfolio.PortfolioWatch;
import outturn.runtime.project.InForce;

/// What those look at who steer by outcomes.
final class Steering {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Gates gates;
  private final Services.Steering services;

  Steering(
      Stores stores,
      InForce inForce,
      Outcomes outcomes,
      Plans plans,
      Function<String, Optional<String>> secrets,
      BooleanSupplier held,
      InstantSource clock) {
    var kept = stores.outcomes;
    this.gates = gates(stores, inForce, outcomes, clock);
    var changes = new Changes(inForce, outcomes.changes(), kept.changes(), kept.shifts(), clock);
    var questions = new Questions(outcomes.changes(), kept.shifts());
    var reviews = new OutcomeReviews(outcomes, kept.steering().reviews(), clock);
    var portfolio =
        new PortfolioWatch(
            inForce,
            new PortfolioWatch.Effect(outcomes, gates, questions, reviews),
            new Forecasting(plans, kept.steering().forecasts(), clock),
            kept.steering().marks(),
            held,
            clock);
    this.services =
        new Services.Steering(
            new Services.Dated(
                changes, new ChangeHooks(inForce, changes, secrets, clock), questions),
            new Services.Board(portfolio, reviews));
  }

  private static Gates gates(
      Stores stores, InForce inForce, Outcomes outcomes, InstantSource clock) {
    var values = new MeasureValues(stores.observations);
    return new Gates(
        inForce,
        outcomes,
        new Promises(inForce, values, stores.figures, clock),
        stores.projects,
        stores.outcomes.agreements(),
        stores.outcomes.forecasts(),
        clock);
  }

  Gates gates() {
    return gates;
  }

  Services.Steering services() {
    return services;
  }

  void repeat(Loops loops) {
    loops.every(LOOK, "portfolio", services.board().portfolio()::step);
  }
}
