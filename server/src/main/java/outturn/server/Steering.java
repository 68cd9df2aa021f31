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
import outturn.runtime.node.Loops;
import outturn.runtime.portfolio.Forecasting;
import outturn.runtime.portfolio.NewestEvidence;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.portfolio.PortfolioWatch;
import outturn.runtime.stake.AtRiskDesk;
import outturn.runtime.stake.LateRuns;
import outturn.runtime.stake.Settled;
import outturn.runtime.stake.Threats;

/// What those look at who steer by outcomes.
final class Steering {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TELL = Duration.ofSeconds(30);

  private final Services.Steering services;

  Steering(
      Stores stores,
      Effect effect,
      Foreseeing foreseeing,
      Function<String, Optional<String>> secrets,
      BooleanSupplier held,
      InstantSource clock) {
    var inForce = effect.inForce;
    var kept = stores.outcomes;
    var outcomes = effect.outcomes;
    var changes =
        new Changes(
            inForce,
            outcomes.changes(),
            kept.steering().changes(),
            kept.steering().shifts(),
            clock);
    var questions = new Questions(outcomes.changes(), kept.steering().shifts());
    var reviews = new OutcomeReviews(outcomes, kept.steering().reviews(), clock);
    var portfolio =
        new PortfolioWatch(
            inForce,
            new PortfolioWatch.Effect(
                outcomes, effect.gates, questions, reviews, new NewestEvidence(kept.evidence())),
            new Forecasting(effect.plans, kept.steering().forecasts(), clock),
            kept.steering().marks(),
            held,
            clock);
    var late = new LateRuns(inForce, stores.runs, stores.figures, clock);
    var threats = new Threats(late, foreseeing.services().foresight());
    var settled = new Settled(inForce, stores.runs, stores.figures);
    var atRisk = new AtRiskDesk(inForce, threats, settled, stores.notices.atRisk(), held, clock);
    this.services =
        new Services.Steering(
            new Services.Dated(
                changes, new ChangeHooks(inForce, changes, secrets, clock), questions),
            new Services.Board(portfolio, reviews, kept.steering().forecasts()),
            new Services.Delivery(effect.levels, atRisk));
  }

  Services.Steering services() {
    return services;
  }

  void repeat(Loops loops) {
    loops.every(LOOK, "portfolio", services.board().portfolio()::step);
    loops.every(TELL, "at risk", services.delivery().atRisk()::step);
  }
}
