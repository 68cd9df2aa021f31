package outturn.http;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import outturn.runtime.change.ChangeHooks;
import outturn.runtime.change.ChangeLog;
import outturn.runtime.change.Changes;
import outturn.runtime.change.Questions;
import outturn.runtime.impact.DataPackages;
import outturn.runtime.impact.Demonstrating;
import outturn.runtime.impact.Impacts;
import outturn.runtime.impact.OnePages;
import outturn.runtime.impact.Sending;
import outturn.runtime.impact.Signing;
import outturn.runtime.impact.StudyData;
import outturn.runtime.level.Levels;
import outturn.runtime.measure.MeasureValues;
import outturn.runtime.measure.Measures;
import outturn.runtime.notify.ChannelsInForce;
import outturn.runtime.outcome.Adoption;
import outturn.runtime.outcome.Frozen;
import outturn.runtime.outcome.Gates;
import outturn.runtime.outcome.Outcomes;
import outturn.runtime.outcome.Plans;
import outturn.runtime.portfolio.Forecasting;
import outturn.runtime.portfolio.NewestEvidence;
import outturn.runtime.portfolio.OutcomeReviews;
import outturn.runtime.portfolio.PortfolioWatch;
import outturn.runtime.project.InForce;
import outturn.runtime.project.PlanLocks;
import outturn.runtime.project.Versions;
import outturn.runtime.stake.AtRiskDesk;
import outturn.runtime.stake.LateRuns;
import outturn.runtime.stake.Settled;
import outturn.store.change.ChangeEvents;
import outturn.store.change.ShiftAnswers;
import outturn.store.measure.Observations;
import outturn.store.measure.RunFigures;
import outturn.store.notify.AtRiskNews;
import outturn.store.outcome.Agreements;
import outturn.store.outcome.Baselines;
import outturn.store.outcome.EvidenceRecords;
import outturn.store.outcome.Forecasts;
import outturn.store.outcome.StatementLetters;
import outturn.store.project.ProjectReader;
import outturn.store.run.RunReader;
import outturn.store.steering.Marks;
import outturn.store.steering.PeriodForecasts;
import outturn.store.steering.Reviews;

/// Measures and outcomes of a server in a test.
final class TestEffect {
  private TestEffect() {}

  static Services.Effect of(
      Jdbi jdbi, InForce inForce, PlanLocks locks, ProjectReader projects, InstantSource clock) {
    var observations = new Observations(jdbi);
    var values = new MeasureValues(observations);
    var events = new ChangeEvents(jdbi);
    var log = new ChangeLog(inForce, events, clock);
    var frozen = new Frozen(new Baselines(jdbi));
    var adoption = new Adoption(inForce, values);
    var outcomes = new Outcomes(inForce, values, log, frozen, clock);
    var levels = new Levels(inForce, values, new RunFigures(jdbi), clock);
    var forecasts = new Forecasts(jdbi, clock);
    var evidence = new EvidenceRecords(jdbi);
    var records = new Gates.Records(new Agreements(jdbi), forecasts, evidence);
    var gates = new Gates(inForce, outcomes, levels, projects, records, locks, clock);
    var plans = new Plans(outcomes, adoption, clock);
    var data = new StudyData(inForce, log, values, frozen, adoption);
    var impacts = new Impacts(outcomes, locks, data, clock);
    var signing = new Signing(inForce, evidence, clock);
    var pages = new OnePages(outcomes, impacts, signing, adoption, gates, clock);
    return new Services.Effect(
        new Measures(inForce, observations, values, _ -> {}, clock),
        outcomes,
        gates,
        plans,
        forecasts,
        new Services.Demonstration(
            impacts,
            new Demonstrating(inForce, outcomes, impacts, evidence, projects, clock),
            signing,
            pages,
            new DataPackages(impacts, data, observations, signing, pages, clock),
            sending(jdbi, inForce, projects, clock)),
        steering(
            new PortfolioParts(jdbi, inForce, outcomes, gates, plans, log, events),
            delivery(jdbi, inForce, levels, clock),
            clock));
  }

  private static Sending sending(
      Jdbi jdbi, InForce inForce, ProjectReader projects, InstantSource clock) {
    return new Sending(
        inForce,
        new EvidenceRecords(jdbi),
        new StatementLetters(jdbi),
        new ChannelsInForce(projects, new Versions(projects))::all,
        clock);
  }

  private static Services.Delivery delivery(
      Jdbi jdbi, InForce inForce, Levels levels, InstantSource clock) {
    var runs = new RunReader(jdbi, clock);
    var figures = new RunFigures(jdbi);
    var late = new LateRuns(inForce, runs, figures, clock);
    var settled = new Settled(inForce, runs, figures);
    return new Services.Delivery(
        levels, new AtRiskDesk(inForce, late, settled, new AtRiskNews(jdbi), () -> false, clock));
  }

  private record PortfolioParts(
      Jdbi jdbi,
      InForce inForce,
      Outcomes outcomes,
      Gates gates,
      Plans plans,
      ChangeLog log,
      ChangeEvents events) {}

  private static Services.Steering steering(
      PortfolioParts parts, Services.Delivery delivery, InstantSource clock) {
    var jdbi = parts.jdbi();
    var dated = dated(jdbi, parts.inForce(), parts.log(), parts.events(), clock);
    var reviews = new OutcomeReviews(parts.outcomes(), new Reviews(jdbi), clock);
    var portfolio =
        new PortfolioWatch(
            parts.inForce(),
            new PortfolioWatch.Effect(
                parts.outcomes(),
                parts.gates(),
                dated.questions(),
                reviews,
                new NewestEvidence(new EvidenceRecords(jdbi))),
            new Forecasting(parts.plans(), new PeriodForecasts(jdbi), clock),
            new Marks(jdbi),
            () -> false,
            clock);
    return new Services.Steering(
        dated, new Services.Board(portfolio, reviews, new PeriodForecasts(jdbi)), delivery);
  }

  private static Services.Dated dated(
      Jdbi jdbi, InForce inForce, ChangeLog log, ChangeEvents events, InstantSource clock) {
    var answers = new ShiftAnswers(jdbi);
    var changes = new Changes(inForce, log, events, answers, clock);
    return new Services.Dated(
        changes,
        new ChangeHooks(
            inForce,
            changes,
            name -> Optional.of("sesame").filter(_ -> name.equals("change_hook_shop")),
            clock),
        new Questions(log, answers));
  }
}
